# Installs Descent and makes packages of it. `make` builds, `make install PREFIX=~/.local` installs
# what is built; DESCENT names another executable to install or pack.
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# More for `swift build`, as --disable-sandbox.
FLAGS ?=
OUTPUT ?= .build/packages

release = .build/release/descent
# Packages carry Swift's libraries in the executable.
static = .build-static/release/descent
manual = .build/manual/debug/generate-manual

bin = $(DESTDIR)$(PREFIX)/bin
man = $(DESTDIR)$(PREFIX)/share/man/man1
BASH_COMPLETIONS ?= $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS ?= $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS ?= $(PREFIX)/share/fish/vendor_completions.d
bash_completion = $(DESTDIR)$(BASH_COMPLETIONS)/descent
zsh_completion = $(DESTDIR)$(ZSH_COMPLETIONS)/_descent
fish_completion = $(DESTDIR)$(FISH_COMPLETIONS)/descent.fish

.PHONY: all install uninstall deb wheel formula FORCE

all: $(manual)
	$(SWIFT) build $(FLAGS) -c release --product descent

$(release):
	$(SWIFT) build $(FLAGS) -c release --product descent

# Made anew for each package, which must not carry an older program.
$(static): FORCE
	$(SWIFT) build $(FLAGS) -c release --product descent --static-swift-stdlib --scratch-path .build-static

# The plugin of the argument parser would build everything first; its tool alone is enough.
$(manual):
	$(SWIFT) package $(FLAGS) resolve
	$(SWIFT) build $(FLAGS) --package-path .build/checkouts/swift-argument-parser \
	  --scratch-path .build/manual --product generate-manual

install: DESCENT = $(release)
install: $(if $(DESCENT),,$(release)) $(manual)
	install -d $(bin) $(man) $(dir $(bash_completion) $(zsh_completion) $(fish_completion))
	install -m 755 $(DESCENT) $(bin)/descent
	packaging/man/build $(DESCENT) $(manual) $(man)
	$(DESCENT) --generate-completion-script bash >$(bash_completion)
	$(DESCENT) --generate-completion-script zsh >$(zsh_completion)
	$(DESCENT) --generate-completion-script fish >$(fish_completion)

uninstall:
	rm -f $(bin)/descent $(man)/descent.1 $(man)/descent-*.1 \
	  $(bash_completion) $(zsh_completion) $(fish_completion)

deb wheel: DESCENT = $(static)
deb wheel: $(if $(DESCENT),,$(static))
deb: $(manual)
	packaging/deb/build $(DESCENT) $(OUTPUT)

wheel:
	packaging/wheel/build $(DESCENT) $(OUTPUT)

formula:
	packaging/homebrew/build $(URL) $(OUTPUT)
