import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build, type Plugin } from 'esbuild';
import { checkOptions } from '../../src/config/config-check.ts';
import schema from '../../src/config/schema.json' with { type: 'json' };
import { describeLicences } from './licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles the command line with all that it uses into `<dist>/cli`: Node takes longer to find and open hundreds of modules
 * than to run a small site. What not every run needs is a chunk of its own, wherever the sources import it lazily. Nothing
 * is minified, so that the stack trace of a bug names functions and lines that can be read.
 */
async function main(dist: string): Promise<void> {
  const outdir = join(dist, 'cli');
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    // A thread lies among the chunks, beside the one that starts it.
    entryPoints: { main: 'src/cli/main.ts', 'chunks/page-worker': 'src/threads/page-worker.ts' },
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Modules before CommonJS: one file of what is used instead of a package of wrappers.
    mainFields: ['module', 'main'],
    external: ['@modelcontextprotocol/sdk'],
    // CommonJS packages ask for modules of Node with `require`, which modules lack.
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
    },
    plugins: [nativeParser, lateWidths, compiledSchema, namedExports, pageAssets],
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync(join(outdir, 'THIRD-PARTY-LICENCES.txt'), describeLicences(Object.keys(metafile.inputs), root));
}

/**
 * The native part of satteri is a package of its own, one for each platform, and stays where it was installed; only satteri
 * itself may see it there.
 */
const nativeParser: Plugin = {
  name: 'native-parser',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]satteri[\\/]index\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replaceAll(
        'import.meta.url',
        "new URL('../index.js', import.meta.resolve('satteri')).href",
      );
      if (contents === text) throw new Error(`${path} no longer finds its native part as it used to.`);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * What string-width makes as soon as it is loaded takes Node longer than a small page, and most lines are ASCII, for which it
 * needs none of it.
 */
const lateWidths: Plugin = {
  name: 'late-widths',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
      const early = /^const (segmenter|rgiEmojiRegex) = (.+);$/gm;
      const text = readFileSync(path, 'utf8');
      const made = new Map([...text.matchAll(early)].map(([, name = '', value = '']) => [name, value]));
      if (made.size !== 2) throw new Error(`${path} no longer measures as it used to.`);
      const contents = text
        .replace(early, 'let $1;')
        .replace(/\b(segmenter|rgiEmojiRegex)\./g, (_, name: string) => `(${name} ??= ${made.get(name)}).`);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * What is imported lazily has the names that Node gives it. Of a CommonJS package, esbuild would hand out the default alone,
 * and the run would find out.
 */
const namedExports: Plugin = {
  name: 'named-exports',
  setup({ onResolve, onLoad, initialOptions: { external = [] } }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir }) => {
      const isExternal = isBuiltin(path) || external.some((name) => path.startsWith(name));
      if (kind !== 'dynamic-import' || isExternal) return undefined;
      return { path, namespace: 'lazy', pluginData: resolveDir };
    });
    onLoad({ filter: /./, namespace: 'lazy' }, async ({ path, pluginData: resolveDir }) => {
      const names = Object.keys(await import(path)).filter((name) => /^\w+$/.test(name));
      return { contents: `export { ${names.join(', ')} } from '${path}';`, resolveDir };
    });
  },
};

/** The schema of the configuration is compiled here and not in each run. */
const compiledSchema: Plugin = {
  name: 'compiled-schema',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]config[\\/]config-check\.ts$/ }, ({ path }) => {
      const ajv = new Ajv({ ...checkOptions, code: { source: true, esm: true } });
      const code = standaloneCode.default(ajv, ajv.compile(schema));
      const contents = `${code}\nexport const loadConfigCheck = async () => validate;\n`;
      return { contents, loader: 'js', resolveDir: dirname(path) };
    });
  },
};

const assetsFolder = join(root, 'src/report/html/assets');

/** What is written into the page for reviewers is read where it lies; a bundle has it in itself. */
const pageAssets: Plugin = {
  name: 'page-assets',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]report[\\/]html[\\/]assets\.ts$/ }, ({ path }) => {
      const assets = readdirSync(assetsFolder).map((name) => [name, readFileSync(join(assetsFolder, name), 'utf8')]);
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(
        /readFileSync\(new URL\(.+?, import\.meta\.url\), 'utf8'\)/,
        () => `(${JSON.stringify(Object.fromEntries(assets))} as Record<string, string>)[name]`,
      );
      if (contents === text) throw new Error(`${path} no longer reads its files as it used to.`);
      return { contents, loader: 'ts' };
    });
  },
};

const [dist = join(root, 'dist')] = process.argv.slice(2);
if (!existsSync(dist)) throw new Error(`There is no ${dist}; tsc goes first.`);
cpSync(assetsFolder, join(dist, 'src/report/html/assets'), { recursive: true });
await main(dist);
