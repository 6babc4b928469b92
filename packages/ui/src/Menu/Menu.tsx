import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type {
  MenuItemProps as AriaMenuItemProps,
  MenuProps as AriaMenuProps,
  MenuSectionProps as AriaMenuSectionProps,
  PopoverProps,
} from 'react-aria-components'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import listStyles from '../internal/ListBox.module.css'
import { Kbd } from '../Kbd/Kbd.tsx'

export interface MenuProps
  extends Omit<AriaMenuProps<object>, 'children' | 'className' | 'style' | 'items' | 'render'> {
  /** The button that opens it. */
  trigger: ReactElement
  /** `MenuItem`, `MenuSection` and `MenuSeparator`. */
  children: ReactNode
  placement?: NonNullable<PopoverProps['placement']>
  /** For a menu that something else opens as well: a press of the other mouse button, a key. */
  isOpen?: boolean | undefined
  onOpenChange?: ((isOpen: boolean) => void) | undefined
}

/** Actions, or a choice that is seldom changed, behind a button. */
export function Menu({ trigger, children, placement = 'bottom start', isOpen, onOpenChange, ...props }: MenuProps) {
  return (
    <MenuTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <Popover className={listStyles.popover ?? ''} placement={placement} offset={4}>
        <AriaMenu {...props} className={listStyles.list ?? ''}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'children' | 'className' | 'style' | 'render'> {
  icon?: ReactNode
  children: string
  description?: string | undefined
  /** As on the keys: `⌘K`. */
  shortcut?: string | undefined
  tone?: 'plain' | 'danger'
}

/** An action of a `Menu`, or a choice where the menu has a `selectionMode`. */
export function MenuItem({ icon, children, description, shortcut, tone = 'plain', ...props }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...props}
      textValue={children}
      className={classNames(listStyles.item, tone === 'danger' && listStyles.danger)}
    >
      {({ hasSubmenu, selectionMode }) => (
        <>
          {icon != null && <span className={listStyles.icon}>{icon}</span>}
          <span className={listStyles.label}>{children}</span>
          {description !== undefined && <span className={listStyles.description}>{description}</span>}
          <span className={listStyles.end}>
            {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
            {selectionMode !== 'none' && <Check aria-hidden="true" className={listStyles.check} />}
            {hasSubmenu && <ChevronRight aria-hidden="true" size={14} />}
          </span>
        </>
      )}
    </AriaMenuItem>
  )
}

export interface MenuSectionProps
  extends Omit<AriaMenuSectionProps<object>, 'children' | 'className' | 'style' | 'items' | 'render'> {
  title: string
  children: ReactNode
}

/** Items under a heading. */
export function MenuSection({ title, children, ...props }: MenuSectionProps) {
  return (
    <AriaMenuSection {...props}>
      <Header className={listStyles.header ?? ''}>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

/** A line between groups of items. */
export function MenuSeparator() {
  return <Separator className={listStyles.separator ?? ''} />
}
