/** Id of the part that says what was published. */
export const PUBLISHED = "published";
