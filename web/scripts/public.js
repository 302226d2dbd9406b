import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { neverComeBackFromMemory, start } from './start.js'

// The way out first: whatever goes wrong later, it works.
start([ExitThisPage, ErrorSummary, NotificationBanner, Button, Radios, Checkboxes, SkipLink])
neverComeBackFromMemory()

// Counting is a quarter of all script and on few pages: those fetch it, the first visit does not.
// COUNT is its built name.
if (document.querySelector('[data-module="govuk-character-count"]')) import(COUNT)
