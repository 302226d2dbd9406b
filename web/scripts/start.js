// Starts the components that a page has. Works under Trusted Types: nothing here or in the
// components makes markup of strings.

// Browsers that run modules support every component; the styles of script wait for these classes.
export function start(components) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  for (const Component of components) {
    for (const root of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
      // One component that fails leaves the page as it is without script, and the others at work.
      try {
        new Component(root)
      } catch (error) {
        console.error(error)
      }
    }
  }
}

// A page that the browser kept alive would show again what was typed, after the visitor has left or
// signed out. The server is asked for it anew; a plain address, so that no form is sent again.
export function neverComeBackFromMemory() {
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.replace(window.location.href)
  })
}
