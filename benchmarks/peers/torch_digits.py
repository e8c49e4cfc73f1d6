"""Trains the lecture's guideline network on the digits in torch, on the split of descent.

Prints a line of JSON: the quartiles of the test accuracies at the lowest validation loss, and all of
them, one a seed. The settings are those of `descent lecture network`: 64-300-100-10, ELU, He's
initialization, batch normalization, (0.003/2) of the squared weights, not of biases and of
normalization, momentum 0.9 at 1cycle(0.1) of 20 epochs of 41 steps, batch 32 by shuffled epochs, an
end after 12 epochs without a lower validation loss. Batch normalization takes means and variances of
all training images where the network is looked at, as descent does. Needs `pip install torch`; the
images come from descent's own copy, Sources/CDigits/digits.c. With the path of a descent that is
built for release, a second line tells the same of it.

    python benchmarks/peers/torch_digits.py [SEEDS [DESCENT]]
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import torch

EPOCHS, BATCH, PATIENCE = 20, 32, 12
DIGITS = pathlib.Path(__file__).parents[2] / "Sources/CDigits/digits.c"


def images():
    """Features in [0, 1] and classes; a row of the copy is 65 characters, the numbers 0 to g."""
    rows = re.findall(r'"([0-9a-g]{65})"', DIGITS.read_text())
    numbers = torch.tensor([["0123456789abcdefg".index(c) for c in row] for row in rows])
    return numbers[:, :64].double() / 16, numbers[:, 64]


def network():
    sizes = (64, 300, 100, 10)
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        linear = torch.nn.Linear(inputs, outputs)
        torch.nn.init.normal_(linear.weight, std=(2 / inputs) ** 0.5)
        torch.nn.init.zeros_(linear.bias)
        layers.append(linear)
        if outputs != 10:
            # A momentum of None averages over all batches: here one, of all training images.
            layers += [torch.nn.BatchNorm1d(outputs, momentum=None), torch.nn.ELU()]
    return torch.nn.Sequential(*layers)


def look(net, training, part):
    """Loss and accuracy over a part, with the statistics of all training images."""
    for layer in net:
        if isinstance(layer, torch.nn.BatchNorm1d):
            layer.reset_running_stats()
    with torch.no_grad():
        net.train()
        net(training[0])
        net.eval()
        outputs = net(part[0])
        net.train()
    loss = torch.nn.functional.cross_entropy(outputs, part[1]).item()
    return loss, (outputs.argmax(1) == part[1]).double().mean().item()


def train(parts, seed):
    training, validation, test = parts
    torch.manual_seed(seed)
    net = network()
    weights = [p for p in net.parameters() if p.dim() == 2]
    others = [p for p in net.parameters() if p.dim() == 1]
    optimizer = torch.optim.SGD(
        [{"params": weights, "weight_decay": 0.003}, {"params": others, "weight_decay": 0}],
        lr=0.1, momentum=0.9)
    count = len(training[1])
    per_epoch = (count + BATCH - 1) // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, 0.1, total_steps=EPOCHS * per_epoch, cycle_momentum=False)
    best, age = (float("inf"), 0.0), 0
    for epoch in range(EPOCHS):
        order = torch.randperm(count)
        for first in range(0, count, BATCH):
            some = order[first : first + BATCH]
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(net(training[0][some]), training[1][some])
            loss.backward()
            optimizer.step()
            schedule.step()
        loss, age = look(net, training, validation)[0], age + 1
        if loss < best[0]:
            best, age = (loss, look(net, training, test)[1]), 0
        if age >= PATIENCE:
            break
    return best[1]


def descend(descent, seed):
    """Test accuracy of descent with the same settings, weights and batches of a seed."""
    network = (
        "mlp:data=digits,hidden=300/100,activation=elu,init=he,batch-norm=true,l2=0.003,"
        f"seed={seed}")
    steps = EPOCHS * 41
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [descent, "measure", network, "--batch", str(BATCH), "--seed", str(seed),
             "--steps", str(steps), "--patience", str(PATIENCE), "--output", folder + "/out",
             "--format", "svg", "--optimizer", f"momentum:lr=1cycle(0.1,steps={steps}),alpha=0.9"],
            check=True, stdout=subprocess.DEVNULL)
        run = json.loads(pathlib.Path(folder, "out/epochs.json").read_text())[0]
    figures = {figure["name"]: figure["values"] for figure in run["figures"]}
    return figures["test accuracy"][run["epoch"].index(run["bestEpoch"])]


def report(name, accuracies, **others):
    accuracies = sorted(accuracies)
    quantiles = torch.quantile(torch.tensor(accuracies), torch.tensor([0.25, 0.5, 0.75]))
    lower, median, upper = (round(q.item(), 5) for q in quantiles)
    line = {"name": name, "lower": lower, "median": median, "upper": upper}
    print(json.dumps(line | {"accuracies": accuracies} | others), flush=True)


def main(seeds="20", descent=None):
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    features, classes = images()
    number = torch.arange(len(classes)) % 7
    masks = (number < 5, number == 5, number == 6)
    parts = [(features[mask], classes[mask]) for mask in masks]
    seeds = range(1, int(seeds) + 1)
    report("torch", [train(parts, seed) for seed in seeds], version=torch.__version__)
    if descent:
        report("descent", [descend(descent, seed) for seed in seeds])


if __name__ == "__main__":
    main(*sys.argv[1:])
