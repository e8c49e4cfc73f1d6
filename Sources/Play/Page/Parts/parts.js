// What the page has beside the race. Each kind of part adds itself here, and is made once:
// `new Part(play, read)`, where `read` gives the JSON of an element. Where it has them, `answered`
// is called with each answer and its question, and `stated` when the state is another.

const playParts = [];
