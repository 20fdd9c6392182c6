// Everything here is a short cut: all of it can be done without this file.

// Hiding the page.
const away = 'hb-away'
const root = document.documentElement
const title = document.title
const sheet = document.createElement('div')
const back = document.createElement('button')
let before = null

function hidden () {
  return root.classList.contains(away)
}

function hide () {
  before = document.activeElement
  root.classList.add(away)
  document.title = 'New page'
  back.focus()
}

function show () {
  root.classList.remove(away)
  document.title = title
  if (before) {
    before.focus()
  }
}

sheet.className = 'hb-away__sheet'
back.className = 'hb-textbutton'
back.type = 'button'
back.textContent = 'Go on'
back.addEventListener('click', show)
sheet.append(back)
document.body.append(sheet)
for (const link of document.querySelectorAll('[data-hb-hide]')) {
  link.addEventListener('click', event => {
    event.preventDefault()
    hide()
  })
}

// Only the reasons that go with the chosen answer. The form components would mark the answers as
// expandable, which readers of screens do not know of radio buttons.
const answers = document.querySelectorAll('[data-hb-answer] input[name=outcome]')

function offerReasons () {
  for (const answer of answers) {
    const reasons = document.getElementById(answer.dataset.hbShows)
    if (reasons) {
      reasons.classList.toggle('govuk-radios__conditional--hidden', !answer.checked)
    }
  }
}

for (const answer of answers) {
  answer.addEventListener('change', offerReasons)
}
offerReasons()

// The way to the answers is not in the way of the answers.
const reach = document.querySelector('[data-hb-reach]')
if (reach && 'IntersectionObserver' in window) {
  new IntersectionObserver(seen => { reach.hidden = seen[0].isIntersecting })
    .observe(document.querySelector('[data-hb-answer]'))
}

// Single keys, which whoever dictates or mistypes can switch off for this browser.
const setting = 'handbell.keys'
const box = document.querySelector('[data-hb-keys-on]')

function remembered () {
  try {
    return window.localStorage.getItem(setting) !== 'off'
  } catch {
    return true
  }
}

function remember (on) {
  try {
    window.localStorage.setItem(setting, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

let keys = remembered()
for (const list of document.querySelectorAll('[data-hb-keys]')) {
  list.hidden = false
}
root.classList.toggle('hb-keys-on', keys)
if (box) {
  box.checked = keys
  box.addEventListener('change', () => {
    keys = box.checked
    remember(keys)
    root.classList.toggle('hb-keys-on', keys)
  })
}

function writing (element) {
  return element.matches('textarea, select, input:not([type=radio]):not([type=checkbox])')
}

function choose (number) {
  const radio = answers[number - 1]
  if (radio) {
    radio.click()
    radio.focus()
  }
}

function move (step) {
  const links = [...document.querySelectorAll('[data-hb-card] a')]
  if (links.length > 0) {
    const at = links.indexOf(document.activeElement)
    const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)
    links[next].focus()
    return
  }
  const later = document.querySelector('[data-hb-later]')
  if (later && step > 0) {
    later.requestSubmit()
  } else if (later) {
    window.history.back()
  }
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    hidden() ? show() : hide()
    return
  }
  if (!keys || hidden() || event.ctrlKey || event.altKey || event.metaKey || writing(event.target)) {
    return
  }
  if (/^[1-4]$/.test(event.key)) {
    choose(Number(event.key))
  } else if (event.key === 'j') {
    move(1)
  } else if (event.key === 'k') {
    move(-1)
  }
})

// Whoever closes a card gives it back at once; without this it is free after some minutes.
const form = document.querySelector('[data-hb-answer][data-since]')
if (form) {
  let sending = false
  document.addEventListener('submit', () => { sending = true })
  window.addEventListener('pagehide', () => {
    if (!sending) {
      const body = new URLSearchParams({ since: form.dataset.since, _csrf: form.elements._csrf.value })
      navigator.sendBeacon(form.dataset.leave, body)
    }
  })
}
