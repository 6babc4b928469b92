import './tokens/tokens.css'

// Tokens, for canvas and other places that take no var()
export type { TokenName } from './tokens/readToken.ts'
export { readColor, readToken } from './tokens/readToken.ts'

// Frame
export type { AppShellProps } from './AppShell/AppShell.tsx'
export { AppShell } from './AppShell/AppShell.tsx'
export type { NavItemProps } from './AppShell/NavItem.tsx'
export { NavItem } from './AppShell/NavItem.tsx'
export type { CardProps } from './Card/Card.tsx'
export { Card } from './Card/Card.tsx'
export type { StatTileProps } from './StatTile/StatTile.tsx'
export { StatTile } from './StatTile/StatTile.tsx'

// Buttons
export type { ButtonProps, ButtonSize, ButtonVariant } from './Button/Button.tsx'
export { Button } from './Button/Button.tsx'
export type { IconButtonProps } from './IconButton/IconButton.tsx'
export { IconButton } from './IconButton/IconButton.tsx'
export type { Segment, SegmentedControlProps } from './SegmentedControl/SegmentedControl.tsx'
export { SegmentedControl } from './SegmentedControl/SegmentedControl.tsx'
export type { ToggleButtonProps } from './ToggleButton/ToggleButton.tsx'
export { ToggleButton } from './ToggleButton/ToggleButton.tsx'

// Fields
export type { ComboBoxProps } from './ComboBox/ComboBox.tsx'
export { ComboBox } from './ComboBox/ComboBox.tsx'
export type { DropZoneProps } from './DropZone/DropZone.tsx'
export { DropZone } from './DropZone/DropZone.tsx'
export type { PageDropTargetProps } from './PageDropTarget/PageDropTarget.tsx'
export { PageDropTarget } from './PageDropTarget/PageDropTarget.tsx'
export type { SearchFieldProps } from './SearchField/SearchField.tsx'
export { SearchField } from './SearchField/SearchField.tsx'
export type { Option } from './internal/Option.tsx'
export type { SelectProps } from './Select/Select.tsx'
export { Select } from './Select/Select.tsx'
export type { SliderProps, SliderTick } from './Slider/Slider.tsx'
export { Slider } from './Slider/Slider.tsx'
export type { TextFieldProps } from './TextField/TextField.tsx'
export { TextField } from './TextField/TextField.tsx'

// What opens
export type { DialogProps } from './Dialog/Dialog.tsx'
export { Dialog } from './Dialog/Dialog.tsx'
export type { TooltipProps } from './Tooltip/Tooltip.tsx'
export { Tooltip } from './Tooltip/Tooltip.tsx'

// What is said
export type { BadgeProps, Tone } from './Badge/Badge.tsx'
export { Badge } from './Badge/Badge.tsx'
export type { BannerKind, BannerProps } from './Banner/Banner.tsx'
export { Banner } from './Banner/Banner.tsx'
export type { EmptyStateProps } from './EmptyState/EmptyState.tsx'
export { EmptyState } from './EmptyState/EmptyState.tsx'
export type { ProgressBarProps } from './ProgressBar/ProgressBar.tsx'
export { ProgressBar } from './ProgressBar/ProgressBar.tsx'
export type { SkeletonProps } from './Skeleton/Skeleton.tsx'
export { Skeleton } from './Skeleton/Skeleton.tsx'
export type { SpinnerProps } from './Spinner/Spinner.tsx'
export { Spinner } from './Spinner/Spinner.tsx'

// Text
export { Kbd } from './Kbd/Kbd.tsx'
export type { MoneyFormat, MoneyPart } from './Money/formatMoney.ts'
export { formatMoney, moneyParts } from './Money/formatMoney.ts'
export type { MoneyProps } from './Money/Money.tsx'
export { Money } from './Money/Money.tsx'
export type { VisuallyHiddenProps } from './VisuallyHidden/VisuallyHidden.tsx'
export { VisuallyHidden } from './VisuallyHidden/VisuallyHidden.tsx'
