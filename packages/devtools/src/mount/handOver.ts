/** How the panel's bundle hands itself to the page that loads it: it calls this, where it is there. */
export const HAND_OVER = 'playheadPanelLoaded'
