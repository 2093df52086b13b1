/** `text`, which has single quotes and no apostrophe, with the quotes and line ends that `model` has. */
export function inStyleOf(model: string, text: string): string {
  const quoted = prefersDouble(model) ? text.replaceAll("'", '"') : text;
  return model.includes('\r\n') ? quoted.replace(/\r?\n/g, '\r\n') : quoted;
}

/** Imports have quotes in every file, and nothing but these is in them. */
function prefersDouble(model: string): boolean {
  const imports = model.match(/^import .*/gm)?.join('') ?? '';
  return imports.split('"').length > imports.split("'").length;
}
