/** Takes the focus of a control that this one replaces: a button that vanishes when pressed would leave the keyboard nowhere. For `{@attach}`. */
export function takeLostFocus(control: HTMLElement): void {
  if (document.activeElement === null || document.activeElement === document.body) control.focus()
}
