import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from '../IconButton/IconButton.tsx'
import { classNames } from '../internal/classNames.ts'
import { ScrollArea } from '../internal/ScrollArea.tsx'
import styles from './Dialog.module.css'

export interface DialogProps {
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** Buttons; a function is given the way to close. The action that goes on comes last. */
  footer?: ReactNode | ((close: () => void) => ReactNode)
  /** A button that opens it. Without one, the caller keeps `isOpen`. */
  trigger?: ReactElement
  isOpen?: boolean | undefined
  onOpenChange?: ((isOpen: boolean) => void) | undefined
  size?: 'sm' | 'md' | 'lg' | 'xl'
  /** Whether Escape, a press outside and the cross close it. Not while work would be lost. */
  isDismissable?: boolean
  /** `alertdialog` interrupts with a question that must be answered. */
  role?: 'dialog' | 'alertdialog'
  /** `end` comes in from the side, for details beside a list. */
  placement?: 'center' | 'end'
}

/**
 * Takes over until it is answered: focus stays inside, and returns to where it was. On a small screen it is a sheet that
 * comes up from below.
 */
export function Dialog({ trigger, isOpen, onOpenChange, ...content }: DialogProps) {
  if (trigger === undefined) {
    return <Overlay {...content} isOpen={isOpen ?? false} onOpenChange={onOpenChange} />
  }
  return (
    <DialogTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <Overlay {...content} />
    </DialogTrigger>
  )
}

function Overlay({
  title,
  description,
  children,
  footer,
  isOpen,
  onOpenChange,
  size = 'md',
  isDismissable = true,
  role = 'dialog',
  placement = 'center',
}: Omit<DialogProps, 'trigger'>) {
  return (
    <ModalOverlay
      className={classNames(styles.overlay, styles[placement])}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange && { onOpenChange })}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          {({ close }) => (
            <>
              <header className={styles.head}>
                <div className={styles.titles}>
                  <Heading slot="title" level={2} className={styles.title ?? ''}>
                    {title}
                  </Heading>
                  {description != null && <p className={styles.description}>{description}</p>}
                </div>
                {isDismissable && <IconButton className={styles.close} label="Close" icon={<X />} onPress={close} />}
              </header>
              {children != null && <ScrollArea className={styles.body}>{children}</ScrollArea>}
              {footer != null && (
                <footer className={styles.footer}>{typeof footer === 'function' ? footer(close) : footer}</footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
