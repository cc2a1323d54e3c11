/** Nothing at the start: without this file Next would go up and take the project's. */
export function register() {}
