import { NavItem } from '@playhead/ui'
import { createLink } from '@tanstack/react-router'

/** An item of the navigation that leads to a page, and knows when one is on it. */
export const NavLink = createLink(NavItem)
