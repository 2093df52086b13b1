import { Converter, ReflectionKind } from 'typedoc';

/**
 * A plugin of TypeDoc: leaves out the names with a `ɵ`, which entry points export for each other only.
 * @param {import('typedoc').Application} app
 */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const reflection of project.getReflectionsByKind(ReflectionKind.All)) {
      if (reflection.name.startsWith('ɵ')) project.removeReflection(reflection);
    }
  });
}
