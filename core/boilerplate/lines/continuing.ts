const CONTINUING =
  /^(?:و|كما |من جهت|من جانب|في المقابل|بدوره|الي ذلك|اما |هذا و|لكن|غير ان|الا ان|يذكر ان|يشار الي)/;

/** Words that begin with the letter of "and" but are none. */
const OPENING = /^(?:وزير|وزار|وكال|وفد|وفا|وقع |وصل|ول[يد]|واشنطن|وضع |وافق|وجه |وحد|وثيق)/;

/**
 * Whether a paragraph with these first words, folded, goes on with a text rather than opening one: leads seldom begin
 * with "and", "moreover".
 */
export const isContinuing = (opening: string): boolean => CONTINUING.test(opening) && !OPENING.test(opening);
