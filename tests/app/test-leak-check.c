/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

/* What GLib leaves behind when its table of quarks grows is no leak of the program's: LeakSanitizer speaks at the end. */
static void
test_quarks (void)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 2100; i++)
    {
      g_string_printf (name, "leak-check-%u", i);
      g_assert_cmpuint (g_quark_from_string (name->str), !=, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/leak-check/quarks", test_quarks);
  return g_test_run ();
}
