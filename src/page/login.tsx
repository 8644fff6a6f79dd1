import { useState } from 'preact/hooks'
import type { JSX, TargetedSubmitEvent } from 'preact'
import { ApiError, call, messageOf } from './api.ts'
import { keepToken, token } from './token.ts'

/** Asks for the admin token, and keeps it for the tab once the server accepts it. */
export function Login (): JSX.Element {
  const [error, setError] = useState('')
  const open = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget).get('token') ?? '').trim()
    token.value = given
    try {
      await call('/clock')
      keepToken(given)
    } catch (error) {
      token.value = ''
      const isWrong = error instanceof ApiError && error.status === 401
      setError(isWrong ? 'This is not the token of the server.' : messageOf(error))
      return
    }
    setError('')
  }
  return (
    <main class='login'>
      <form class='panel' onSubmit={open}>
        <h1><img src='page/icon.svg' alt='' width='28' height='28' /> standin</h1>
        <p>The server was started with an admin token (<code>--admin-token</code>).</p>
        <label for='token'>Admin token</label>
        <input
          id='token' name='token' type='password' required autocomplete='off'
          aria-describedby='token-error' aria-invalid={error !== ''}
        />
        <p id='token-error' class='is-wrong' role='alert'>{error}</p>
        <button type='submit' class='primary'>Open</button>
      </form>
    </main>
  )
}
