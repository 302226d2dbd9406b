// Builds what the browser gets: styles, scripts and the icon, under names that change with their
// content, compressed beside each, and manifest.json from the plain names to those. The same input
// gives the same bytes.
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import * as esbuild from 'esbuild'
import * as sass from 'sass'

const web = dirname(fileURLToPath(import.meta.url))

// Old phones get styles they understand. Browsers too old for our script run none of it, since they
// do not run modules, and every page works without.
const styleTarget = ['chrome66', 'firefox66', 'safari12']
const scriptTarget = 'es2020'

const notice = '/*! Parts: GOV.UK Frontend, Crown copyright, MIT licence */'

async function style(name) {
  const { css } = await sass.compileAsync(join(web, 'styles', name), {
    importers: [new sass.NodePackageImporter(web)]
  })
  const { code } = await esbuild.transform(css, {
    loader: 'css',
    minify: true,
    target: styleTarget,
    legalComments: 'none',
    banner: notice
  })
  return Buffer.from(code)
}

async function script(name, define = {}) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(web, 'scripts', name)],
    bundle: true,
    format: 'esm',
    minify: true,
    target: scriptTarget,
    legalComments: 'none',
    banner: { js: notice },
    define,
    external: ['./count.*'],
    write: false
  })
  return Buffer.from(outputFiles[0].contents)
}

async function publicScripts() {
  const count = await script('count.js')
  const countAddress = JSON.stringify(`./${hashedName('count.js', count)}`)
  return { 'count.js': count, 'public.js': await script('public.js', { COUNT: countAddress }) }
}

async function everything() {
  return {
    'public.css': await style('public.scss'),
    'workbench.css': await style('workbench.scss'),
    ...(await publicScripts()),
    'workbench.js': await script('workbench.js'),
    'icon.svg': await readFile(join(web, 'images', 'icon.svg'))
  }
}

function hashedName(name, bytes) {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const extension = extname(name)
  return `${name.slice(0, -extension.length)}.${digest}${extension}`
}

// Builds of several presets may meet in one folder: a reader sees the old file or the new one.
async function writeWhole(path, bytes) {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, bytes)
  await rename(draft, path)
}

async function writeCompressed(folder, name, bytes) {
  const br = await promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
    }
  })
  const gz = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })
  await writeWhole(join(folder, name), bytes)
  await writeWhole(join(folder, `${name}.br`), br)
  await writeWhole(join(folder, `${name}.gz`), gz)
  return { name, size: bytes.length, br: br.length, gz: gz.length }
}

async function build(folder) {
  await mkdir(folder, { recursive: true })
  const built = await Promise.all(
    Object.entries(await everything()).map(async ([plain, bytes]) => ({
      plain,
      ...(await writeCompressed(folder, hashedName(plain, bytes), bytes))
    }))
  )
  const manifest = Object.fromEntries(built.map(({ plain, name }) => [plain, name]))
  await writeWhole(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)

  const current = new Set(['manifest.json'])
  for (const { name } of built) for (const end of ['', '.br', '.gz']) current.add(name + end)
  for (const name of await readdir(folder)) {
    if (!current.has(name)) await rm(join(folder, name), { force: true })
  }
  for (const { plain, size, br } of built) console.log(`${plain}: ${size} bytes, brotli ${br}`)
}

const folder = process.argv[2]
if (process.argv.length !== 3 || folder.startsWith('-')) {
  console.error('usage: node web/build.mjs FOLDER\n\nBuilds the styles, scripts and icon to FOLDER.')
  process.exit(folder === '--help' ? 0 : 2)
}
await build(resolve(folder))
