// Every page of the public site that people meet, good days and bad: no rule of axe broken, markup
// clean, nothing to scroll sideways for, the way out in its place.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  assertGood as assertGoodPage,
  assertWayOut
} from './support/accessible.mjs'
import { follow } from './support/chromium.mjs'
import { audiences, begin, fillIn, goOn, send, walk, walkToCheck } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const here = useSetting()

async function assertGood(page, response) {
  await assertGoodPage(page, response)
  await assertWayOut(page)
}

for (const audience of Object.keys(audiences)) {
  test(`every page of the report of a ${audience}`, async () => {
    const { page, close } = await here.visitor()
    await walkToCheck(page, here.centre.publicSite, audience, { onPage: assertGood })
    await assertGood(page, await send(page))
    await close()
  })

  test(`every page that the ${audience} in danger is led over`, async () => {
    const { page, close } = await here.visitor()
    const danger = {
      ...audiences[audience],
      danger: 'yes',
      now: ['meeting_soon'],
      right_now: ['meeting_soon'],
      pictures: ['image_sent']
    }
    const known = new Set()
    await begin(page, here.centre.publicSite, audience)
    await walk(page, danger, {
      until: '/what-happened',
      onPage: async (page) => {
        const address = new URL(page.url()).pathname
        if (!/call-999|stay-safe|act-now|pictures-help|position-of-trust/.test(address)) return
        known.add(address)
        await assertAccessible(page)
        await assertFits(page)
      }
    })
    assert.ok(known.size >= 2, [...known].join())
    await close()
  })

  test(`other help for a ${audience}, when we are not the ones`, async () => {
    const { page, close } = await here.visitor()
    const response = await begin(page, here.centre.publicSite, audience)
    const elsewhere = {
      danger: 'no',
      concerns: ['cyberbullying', 'account_hacked', 'unknown_contact', 'peer_image_sharing'],
      hidden_risks: ['none'],
      tell_us: 'no'
    }
    const onPage = async (page, response) => {
      if (/hidden-risks|guidance|help-elsewhere/.test(page.url())) await assertGood(page, response)
    }
    await walk(page, elsewhere, { until: '/help-elsewhere', response, onPage })
    await close()
  })

  test(`a ${audience} who leaves everything empty is told what is needed`, async () => {
    const { page, close } = await here.visitor()
    await begin(page, here.centre.publicSite, audience)
    let told = 0
    // Each page is first sent empty, as far as it lets nobody through, and then answered.
    const onPage = async (page) => {
      const address = page.url()
      if (address.endsWith('/check')) return
      const response = await goOn(page)
      if (response.status() === 422) {
        ++told
        await assertGood(page, response)
      } else {
        await page.goto(address)
      }
    }
    await walk(page, audiences[audience], { onPage })
    assert.ok(told >= 2, String(told))
    await close()
  })
}

test('answers of every kind that cannot be taken', async () => {
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'parent')
  await walk(page, audiences.parent, { until: '/child-details/1' })
  await fillIn(page, {
    child_name: 'x'.repeat(101),
    child_age: 'ten',
    'child_date_of_birth-day': '40',
    'child_date_of_birth-month': '2',
    'child_date_of_birth-year': '2015'
  })
  await assertGood(page, await goOn(page))
  assert.equal(await page.locator('.govuk-error-summary a').count(), 3)
  await close()
})

test('lists of several children and people', async () => {
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'parent')
  await walk(page, audiences.parent, { until: '/children' })
  await page.check('[value=yes]')
  await goOn(page)
  await assertGood(page, await walk(page, { child_name: 'A'.repeat(100) }, { until: '/children' }))
  await walk(page, audiences.parent)
  await assertGood(page, await page.reload())
  await close()
})

test('the start page and everything that is linked from its foot', async () => {
  const { page, close } = await here.visitor({ screen: 'desktop' })
  await assertGood(page, await page.goto(`${here.centre.publicSite}/`))
  const links = await page.$$eval('a[href^="/help/"]', (found) => found.map(({ href }) => href))
  assert.ok(links.length >= 6)
  for (const link of new Set(links)) await assertGood(page, await page.goto(link))
  await close()
})

describe('pages for when something does not go as planned', () => {
  const pages = {
    'no such page': [404, (page) => page.goto(`${here.centre.publicSite}/nothing/here`)],
    'nothing to confirm': [410, (page) => page.goto(`${here.centre.publicSite}/report/sent`)],
    'an address that cannot be read': [400, (page) => page.goto(`${here.centre.publicSite}/%ff`)],
    'a page of another visit': [
      403,
      async (page) => {
        await begin(page, here.centre.publicSite, 'child')
        await page.context().clearCookies()
        return goOn(page)
      }
    ],
    'a field that we never asked for': [
      400,
      async (page) => {
        await begin(page, here.centre.publicSite, 'child')
        await page.$eval('[name=csrf]', (field) => {
          field.after(Object.assign(field.cloneNode(), { name: 'surprise' }))
        })
        return goOn(page)
      }
    ],
    'too much text': [
      413,
      async (page) => {
        await begin(page, here.centre.publicSite, 'child')
        await walk(page, audiences.child, { until: '/what-happened' })
        await page.$eval('#what_happened', (field) => { field.value = 'x'.repeat(2_000_000) })
        return goOn(page)
      }
    ],
    'not sent': [
      503,
      async (page) => {
        await walkToCheck(page, here.centre.publicSite, 'concerned_adult')
        let response
        await here.centre.withFullDisk(async () => {
          response = await send(page)
        })
        return response
      }
    ],
    'an answer not saved': [
      503,
      async (page) => {
        await begin(page, here.centre.publicSite, 'child')
        await walk(page, audiences.child, { until: '/what-happened' })
        await fillIn(page, audiences.child)
        let response
        await here.centre.withFullDisk(async () => {
          response = await goOn(page)
        })
        return response
      }
    ]
  }
  for (const [what, [status, lead]] of Object.entries(pages)) {
    test(what, async () => {
      const { page, close } = await here.visitor()
      const response = await lead(page)
      assert.equal(response.status(), status)
      await assertGood(page, response)
      // There is always a way on.
      await follow(page, () => page.click('main .govuk-button'))
      await close()
    })
  }
})
