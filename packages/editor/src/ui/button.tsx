import type { ComponentProps, ReactNode } from 'react'

import './button.css'

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is what the page is for, `plain` has a border, `quiet` has none. */
  readonly look?: 'primary' | 'plain' | 'quiet'
  readonly icon?: ReactNode
}

export function Button({ look = 'plain', icon, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`button button-${look} ${className}`}>
      {icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'children'> {
  readonly label: string
  readonly icon: ReactNode
}

/** A button that shows only an icon; its name is a tooltip as well. */
export function IconButton({ label, icon, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-quiet button-icon ${className}`}
      aria-label={label}
      title={label}
    >
      {icon}
    </button>
  )
}
