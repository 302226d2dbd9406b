// One report, one reference: whatever happens around the Send button and after it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow, visitor } from './support/chromium.mjs'
import { CutLine } from './support/cut_line.mjs'
import { audiences, fillIn, goOn, readSent, send, walk, walkToCheck } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const here = useSetting()

// Someone who has all but sent a report.
async function readyToSend(options) {
  const someone = await here.visitor(options)
  await walkToCheck(someone.page, here.centre.publicSite, 'concerned_adult')
  return someone
}

test('the confirmation survives a reload and a bookmark, until another report is begun', async () => {
  const { context, page, close } = await readyToSend()
  await send(page)
  const sent = await readSent(page)
  await page.reload()
  assert.deepEqual(await readSent(page), sent)
  const bookmark = await context.newPage()
  await bookmark.goto(`${here.centre.publicSite}/report/sent`)
  assert.deepEqual(await readSent(bookmark), sent)

  await follow(page, () => page.click('text="Start another report"'))
  assert.equal(page.url(), `${here.centre.publicSite}/`)
  const response = await bookmark.reload()
  assert.equal(response.status(), 410)
  assert.doesNotMatch(await bookmark.textContent('body'), new RegExp(sent.reference))
  await close()
})

test('back after sending comes to the confirmation, and sends nothing again', async () => {
  const { page, close } = await readyToSend()
  await send(page)
  const sent = await readSent(page)
  await follow(page, () => page.goBack())
  assert.deepEqual(await readSent(page), sent)
  for (const address of ['/report/concerned_adult', '/report/concerned_adult/what-happened']) {
    await page.goto(here.centre.publicSite + address)
    assert.deepEqual(await readSent(page), sent, address)
  }
  await close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`a double click sends once, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    const { context, page, close } = await readyToSend({ javaScriptEnabled })
    await follow(page, () => page.dblclick('text="Send your report"'))
    const sent = await readSent(page)
    const again = await context.newPage()
    await again.goto(`${here.centre.publicSite}/report/sent`)
    assert.deepEqual(await readSent(again), sent)
    await close()
  })
}

test('the form sent twice at once makes one report', async () => {
  const { context, page, close } = await readyToSend()
  const tab = await context.newPage()
  await tab.goto(page.url())
  await Promise.all([send(page), send(tab)])
  assert.deepEqual(await readSent(tab), await readSent(page))
  await close()
})

test('sent, and the answer lost on the way: trying again gives the same reference', async (t) => {
  const line = await CutLine.to(here.centre.publicSite)
  t.after(() => line.close())
  const { context, page, close } = await here.visitor()
  await walkToCheck(page, line.site, 'child')
  line.cutAfter('POST /report/child/check')
  await assert.rejects(send(page), /ERR_/)
  line.mend()

  // In another tab the report is there, by the cookie that the visitor had all along.
  const elsewhere = await context.newPage()
  await elsewhere.goto(`${line.site}/report/sent`)
  const sent = await readSent(elsewhere)
  // In this one the browser offers to send the form once more.
  await page.reload()
  assert.deepEqual(await readSent(page), sent)
  await close()
})

test('offline at the moment of sending: nothing is lost, and sending works once online', async () => {
  const { context, page, close } = await readyToSend()
  await context.setOffline(true)
  await assert.rejects(send(page), /ERR_INTERNET_DISCONNECTED/)
  await context.setOffline(false)
  await page.reload()
  await readSent(page)
  await close()
})

test('a disk that is full: not sent, and the button on that very page sends later', async () => {
  const { page, close } = await readyToSend()
  await here.centre.withFullDisk(async () => {
    assert.equal((await send(page)).status(), 503)
    assert.equal(await page.textContent('h1'), 'Your report has not been sent yet')
  })
  await follow(page, () => page.click('text="Try again"'))
  await readSent(page)
  await close()
})

test('an answer that cannot be saved stays on the page', async () => {
  const { page, close } = await here.visitor()
  await page.goto(`${here.centre.publicSite}/report/child`)
  await walk(page, audiences.child, { until: '/what-happened' })
  await fillIn(page, audiences.child)
  await here.centre.withFullDisk(async () => {
    assert.equal((await goOn(page)).status(), 503)
    assert.match(await page.textContent('[role=alert]'), /not saved this answer yet/)
  })
  assert.equal(await page.inputValue('#what_happened'), audiences.child.what_happened)
  await goOn(page)
  assert.equal(new URL(page.url()).pathname, '/report/child/about-you')
  await close()
})
