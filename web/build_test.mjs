// What the built styles and scripts must be, whatever is in them.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

const web = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'web-'))
after(() => rmSync(folder, { recursive: true }))

function build(name) {
  const output = join(folder, name)
  execFileSync(process.execPath, [join(web, 'build.mjs'), output], { stdio: 'pipe' })
  return output
}

const first = build('first')
const manifest = JSON.parse(readFileSync(join(first, 'manifest.json'), 'utf8'))
const read = (plain, end = '') => readFileSync(join(first, manifest[plain] + end))
const styles = ['public.css', 'workbench.css']
const scripts = ['public.js', 'count.js', 'workbench.js']

test('every file is there, plain and compressed, and nothing else', () => {
  const expected = ['manifest.json']
  for (const [plain, name] of Object.entries(manifest)) {
    expected.push(name, `${name}.br`, `${name}.gz`)
    assert.deepEqual(brotliDecompressSync(read(plain, '.br')), read(plain))
    assert.deepEqual(gunzipSync(read(plain, '.gz')), read(plain))
  }
  assert.deepEqual(readdirSync(first).sort(), expected.sort())
  assert.deepEqual(Object.keys(manifest).sort(), [...styles, ...scripts, 'icon.svg'].sort())
})

test('the same input gives the same names and bytes', () => {
  const second = build('second')
  for (const name of readdirSync(first)) {
    assert.deepEqual(readFileSync(join(second, name)), readFileSync(join(first, name)), name)
  }
})

test('the first visit stays small', () => {
  const limits = { 'public.css': 11000, 'public.js': 5000, 'icon.svg': 500 }
  for (const [plain, limit] of Object.entries(limits)) {
    const size = read(plain, '.br').length
    assert.ok(size <= limit, `${plain} has ${size} bytes, at most ${limit} are allowed`)
  }
})

test('styles ask nobody for anything and bear our own brand', () => {
  for (const plain of styles) {
    const css = read(plain).toString()
    assert.doesNotMatch(css, /url\(|@import|@font-face/)
    // Their font, blue and green.
    assert.doesNotMatch(css, /GDS Transport|#1d70b8|#0f7a52/i)
  }
})

// The sources of a room in one text.
function sourcesOf(room) {
  const folderOfRoom = join(web, '..', 'src', room)
  return readdirSync(folderOfRoom)
    .filter((name) => name.endsWith('.cc') && !name.endsWith('_test.cc'))
    .map((name) => readFileSync(join(folderOfRoom, name), 'utf8'))
    .join('\n')
}

test('what pages use has its styles', () => {
  for (const [room, name] of [['site', 'public'], ['workbench', 'workbench']]) {
    const source = sourcesOf(room)
    const scss = readFileSync(join(web, 'styles', `${name}.scss`), 'utf8')
    for (const [, header] of source.matchAll(/#include "html\/govuk\/([a-z_]+)\.h"/g)) {
      const component = `components/${header.replaceAll('_', '-')}"`
      assert.ok(scss.includes(component), `${name}.scss lacks ${component}`)
    }
    const css = read(`${name}.css`).toString()
    for (const [own] of source.matchAll(/\bapp-[a-z_-]+/g)) {
      assert.match(css, new RegExp(`\\.${own}[^a-z_-]`), `${name}.css lacks .${own}`)
    }
  }
})

test('scripts make no markup of strings and run none', () => {
  for (const plain of scripts) {
    const js = read(plain).toString()
    assert.doesNotMatch(js, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)
  }
  assert.match(read('public.js').toString(), new RegExp(manifest['count.js'].replaceAll('.', '\\.')))
})

// Colours by name, as _brand.scss has them.
const brand = readFileSync(join(web, 'styles', '_brand.scss'), 'utf8')
const colours = { white: '#ffffff' }
for (const [, name, value] of brand.matchAll(/^\s*\$?([a-z-]+): (#[0-9a-f]{6})[;,]/gm)) {
  colours[name] = value
}

function luminance(colour) {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('text, links, buttons and focus have enough contrast', () => {
  const text = [
    ['ink', 'white'],
    ['ink', 'sand'],
    ['ink', 'amber'],
    ['secondary-text', 'white'],
    ['secondary-text', 'sand'],
    ['link', 'white'],
    ['link', 'sand'],
    ['link-hover', 'sand'],
    ['link-visited', 'sand'],
    ['red', 'white'],
    ['red', 'sand'],
    ['white', 'teal'],
    ['white', 'teal-bright'],
    ['white', 'red-deep'],
    ['white', 'green'],
    ['teal', 'sand']
  ]
  const shapes = [
    ['input-border', 'white'],
    ['sand-deep', 'white'],
    ['sand-deep', 'sand'],
    ['amber', 'teal']
  ]
  for (const [pairs, least] of [[text, 4.5], [shapes, 3]]) {
    for (const [one, other] of pairs) {
      const value = contrast(colours[one], colours[other])
      assert.ok(value >= least, `${one} on ${other}: ${value.toFixed(2)}`)
    }
  }
})

test('the page tells the browser the same brand colour', () => {
  const page = readFileSync(join(web, '..', 'src', 'html', 'page.cc'), 'utf8')
  assert.match(page, new RegExp(`theme-color\\\\" content=\\\\"${colours.teal}`))
})
