/**
 * The layers, from the top down: a layer imports itself and those below it, never one above. `src/cli` sits beside the app.
 * The paths are relative to the project's folder.
 */
const layers = [
  'src/app',
  'workers',
  'src/storage',
  'src/publish',
  'src/diagnosis',
  'src/recipe',
  'src/steps',
  'src/cluster',
  'src/formats',
  'src/nomenclature',
  'src/table',
  'src/i18n',
  'src/problem',
]

/** Layers without screen, storage or Node: they run alike in the worker, in Node and in tests. */
const pure = layers.slice(layers.indexOf('src/publish'))

const inside = (folders) => `^(${folders.join('|')})/`
const notOnlyTypes = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers.slice(1).map((layer, index) => ({
      name: `upward-from-${layer.replace('src/', '')}`,
      comment: `${layer} must not know what is above it`,
      severity: 'error',
      from: { path: inside([layer]) },
      to: { path: inside([...layers.slice(0, index + 1), 'src/cli']) },
    })),
    {
      name: 'app-knows-the-facade-only',
      comment:
        'The app speaks to the engine through the worker: of what is inside it may know the types only',
      severity: 'error',
      from: { path: '^src/app/' },
      to: {
        path: inside([
          'workers',
          'src/publish',
          'src/cluster',
          'src/formats',
          'src/nomenclature',
          'src/table',
        ]),
        // Its address is all that is imported of it (`?worker&url`).
        pathNot: '^workers/engine[.]ts$',
        ...notOnlyTypes,
      },
    },
    {
      name: 'app-beside-cli',
      comment: 'The app and the command line do not know each other',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'cli-without-browser',
      comment: 'The command line runs the engine in Node: no app, no worker, no storage of the browser',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: inside(['src/app', 'workers', 'src/storage']) },
    },
    {
      name: 'formats-sideways',
      comment:
        'One format does not know another: what they share sits at the top of src/formats (and XML itself in xml/, workbooks in spreadsheet/)',
      severity: 'error',
      from: { path: '^src/formats/([^/]+)/' },
      to: { path: '^src/formats/[^/]+/', pathNot: '^src/formats/($1|xml|spreadsheet)/' },
    },
    {
      name: 'pure-without-browser-packages',
      comment: 'From src/publish down, code is pure TypeScript: no screen, no storage, no worker',
      severity: 'error',
      from: { path: inside(pure) },
      to: {
        path: 'node_modules/(svelte|@sveltejs|@lucide|bits-ui|dexie|comlink|ag-grid-community|@ag-grid-community)/|[.]svelte([.]ts)?$',
      },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'Only the command line runs in Node',
      severity: 'error',
      from: { path: inside(layers) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs for people is in "dependencies"',
      severity: 'error',
      from: { path: inside([...layers, 'src/cli']) },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src|workers|vite|scripts)/' },
      to: { path: '^test/' },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'default'],
      mainFields: ['module', 'main'],
    },
  },
}
