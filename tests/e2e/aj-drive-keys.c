/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "aj-drive-private.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <X11/Xutil.h>

/* A key is found on the first two levels of the keyboard: plain and with Shift. */
#define LEVELS 2
/* The vendor's range, where the keys for "mail" and "louder" are: no test types them. */
#define IS_MEDIA_KEY(symbol) (((symbol) & ~(KeySym) 0xffff) == 0x10080000)

typedef struct
{
  KeySym *symbols;
  int first;
  int last;
  int per_key;
} Keyboard;

static void
keyboard_read (Keyboard *keyboard, Display *display)
{
  XDisplayKeycodes (display, &keyboard->first, &keyboard->last);
  keyboard->symbols = XGetKeyboardMapping (display, (KeyCode) keyboard->first,
                                           keyboard->last - keyboard->first + 1,
                                           &keyboard->per_key);
}

static void
keyboard_clear (Keyboard *keyboard)
{
  g_clear_pointer (&keyboard->symbols, XFree);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keyboard, keyboard_clear)

static const KeySym *
keyboard_get (const Keyboard *keyboard, int code)
{
  return keyboard->symbols + (gsize) (code - keyboard->first) * (gsize) keyboard->per_key;
}

static KeyCode
keyboard_find (const Keyboard *keyboard, KeySym symbol, gboolean *shift)
{
  for (int level = 0; level < MIN (LEVELS, keyboard->per_key); level++)
    for (int code = keyboard->first; code <= keyboard->last; code++)
      if (keyboard_get (keyboard, code)[level] == symbol)
        {
          *shift = level == 1;
          return (KeyCode) code;
        }
  return 0;
}

static int
keyboard_find_spare (const Keyboard *keyboard)
{
  for (int code = keyboard->last; code > keyboard->first; code--)
    {
      gboolean is_used = FALSE;

      for (int i = 0; i < keyboard->per_key; i++)
        {
          KeySym symbol = keyboard_get (keyboard, code)[i];

          is_used |= symbol != NoSymbol && !IS_MEDIA_KEY (symbol);
        }
      if (!is_used)
        return code;
    }
  return 0;
}

static KeySym
symbol_for (gunichar letter)
{
  if (letter == '\n')
    return XK_Return;
  if (letter == '\t')
    return XK_Tab;
  /* Latin 1 has the numbers of the standard, everything else those of Unicode in a range of its own. */
  return letter < 0x100 ? letter : letter | 0x1000000;
}

/* Changing the keyboard under a program that already runs makes it lose and swap letters; that is why letters are put
 * on spare keys beforehand, two on a key. */
void
aj_drive_prepare_text (AjDrive *drive, const char *text)
{
  KeySym pair[LEVELS] = { NoSymbol, NoSymbol };
  int spare = 0;

  g_assert_false (aj_drive_is_running (drive));
  for (; *text; text = g_utf8_next_char (text))
    {
      g_auto (Keyboard) keyboard = { 0 };
      KeySym symbol = symbol_for (g_utf8_get_char (text));
      gboolean shift;

      keyboard_read (&keyboard, drive->display);
      if (keyboard_find (&keyboard, symbol, &shift))
        continue;
      if (spare == 0)
        {
          spare = keyboard_find_spare (&keyboard);
          if (spare == 0)
            aj_drive_fail (drive, "no key left on the keyboard for “%s”", text);
          /* The same on both levels: one letter alone would get its capital on the second. */
          pair[0] = pair[1] = symbol;
        }
      else
        {
          pair[1] = symbol;
        }
      XChangeKeyboardMapping (drive->display, spare, LEVELS, pair, 1);
      XSync (drive->display, False);
      if (pair[0] != pair[1])
        spare = 0;
    }
}

static void
send_key (AjDrive *drive, KeyCode code, gboolean down)
{
  XTestFakeKeyEvent (drive->display, code, down, CurrentTime);
}

static void
send_symbol (
    AjDrive *drive, const Keyboard *keyboard, KeySym symbol, gboolean with_shift, const char *what)
{
  KeyCode shift_code = XKeysymToKeycode (drive->display, XK_Shift_L);
  gboolean shift = FALSE;
  KeyCode code = keyboard_find (keyboard, symbol, &shift);

  if (code == 0)
    aj_drive_fail (drive, "no key for “%s”; call aj_drive_prepare_text() before the start", what);
  shift |= with_shift;
  if (shift)
    send_key (drive, shift_code, TRUE);
  send_key (drive, code, TRUE);
  send_key (drive, code, FALSE);
  if (shift)
    send_key (drive, shift_code, FALSE);
}

void
aj_drive_send_text (AjDrive *drive, const char *text)
{
  g_auto (Keyboard) keyboard = { 0 };

  aj_drive_focus_top (drive);
  keyboard_read (&keyboard, drive->display);
  for (; *text; text = g_utf8_next_char (text))
    send_symbol (drive, &keyboard, symbol_for (g_utf8_get_char (text)), FALSE, text);
  XSync (drive->display, False);
}

static KeySym
modifier_for (const char *name)
{
  if (g_ascii_strcasecmp (name, "ctrl") == 0)
    return XK_Control_L;
  if (g_ascii_strcasecmp (name, "alt") == 0)
    return XK_Alt_L;
  if (g_ascii_strcasecmp (name, "super") == 0)
    return XK_Super_L;
  return NoSymbol;
}

void
aj_drive_send_chord (AjDrive *drive, const char *chord)
{
  g_auto (Keyboard) keyboard = { 0 };
  g_auto (GStrv) parts = g_strsplit (chord, "+", -1);
  guint last = g_strv_length (parts) - 1;
  gboolean shift = FALSE;
  KeySym symbol = XStringToKeysym (parts[last]);
  KeyCode held[4];
  guint n_held = 0;

  if (symbol == NoSymbol || last >= G_N_ELEMENTS (held))
    aj_drive_fail (drive, "“%s” is no key chord", chord);
  for (guint i = 0; i < last; i++)
    {
      KeySym modifier = modifier_for (parts[i]);

      if (g_ascii_strcasecmp (parts[i], "shift") == 0)
        shift = TRUE;
      else if (modifier != NoSymbol)
        held[n_held++] = XKeysymToKeycode (drive->display, modifier);
      else
        aj_drive_fail (drive, "“%s” in “%s” is no modifier", parts[i], chord);
    }
  aj_drive_focus_top (drive);
  keyboard_read (&keyboard, drive->display);
  for (guint i = 0; i < n_held; i++)
    send_key (drive, held[i], TRUE);
  send_symbol (drive, &keyboard, symbol, shift, parts[last]);
  for (guint i = n_held; i-- > 0;)
    send_key (drive, held[i], FALSE);
  XSync (drive->display, False);
}

void
aj_drive_type (AjDrive *drive, const char *text)
{
  aj_drive_step (drive, "type “%s”", text);
  aj_drive_send_text (drive, text);
}

void
aj_drive_key (AjDrive *drive, const char *chord)
{
  aj_drive_step (drive, "key %s", chord);
  aj_drive_send_chord (drive, chord);
}

void
aj_drive_keys (AjDrive *drive, const char *chord, guint times)
{
  for (guint i = 0; i < times; i++)
    aj_drive_key (drive, chord);
}
