// What the page has beside the race. Each kind of part adds itself here, and is made once:
// `new Part(play, read)`, where `read` gives the JSON of an element. Where it has them, `answered`
// is called with each answer and its question, `stated` when the state is another, and `reverted`
// when it is again that of the race that is shown, since something was refused.

const playParts = [];
