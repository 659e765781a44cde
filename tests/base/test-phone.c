/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-phone.h"

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *numbers; /* with | between them */
  } cases[] = {
    { "06-1234 5678", "06-1234 5678" },
    { "+31 (0)6 12345678", "+31 (0)6 12345678" },
    { "053-4876543 tst. 12", "053-4876543 " },
    { "06-1234 5678 (privé)", "06-1234 5678 (" },
    { "werk 06-11112222/053-1112223", " 06-11112222|/053-1112223" },
    { "123456", "123456" },
    { "12345", "" },
    { "op 2026-03-12 om 10.00", "" },
    { "dossier 123456789", "" },
    { "", "" },
    { "geen", "" },
    { "++--()", "" },
    { "\xC2\xA0"
      "06\xC2\xA0"
      "12345678",
      "\xC2\xA0"
      "06\xC2\xA0"
      "12345678" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) numbers = aj_phone_split (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", numbers);

      g_assert_cmpstr (joined, ==, cases[i].numbers);
    }
}

static void
test_identify (void)
{
  static const struct
  {
    const char *text, *identity, *country;
  } cases[] = {
    { "06-1234 5678", "612345678", NULL },
    { "+31 (0)6 12345678", "612345678", "31" },
    { "0031612345678", "612345678", "31" },
    { "31612345678", "612345678", "31" },
    { "+49 172 1234567", "1721234567", "49" },
    { "0172 1234567", "1721234567", NULL },
    { "+352 123456", "123456", "352" },
    { "+1 555 1234567", "5551234567", "1" },
    { "0 12345", NULL, NULL },
    { "+3", NULL, "3" },
    { "00", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *identity = aj_phone_identify (cases[i].text);
      g_autofree char *country = NULL;
      g_autofree char *digits = aj_phone_read (cases[i].text, &country);

      g_assert_nonnull (digits);
      g_assert_cmpstr (identity, ==, cases[i].identity);
      g_assert_cmpstr (country, ==, cases[i].country);
    }
}

static void
test_normalise (void)
{
  static const struct
  {
    const char *text, *normal;
    const char *origins; /* the byte of each digit, a letter for each: a is 0 */
  } cases[] = {
    { "06-1234 5678", "0612345678", "abdefgijkl" },
    { "+31 6 12", "0612", "aegh" },
    { "+31 (0)6 12", "0612", "ahjk" },
    { " (053) 48", "05348", "cdehi" },
    { "003161", "061", "aef" },
    { "1234-5678", "12345678", "abcdfghi" },
    { "+31", "0", "a" },
    { "0", "0", "a" },
    { "", "", "" },
    { "06 x", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *normal = aj_phone_normalise (cases[i].text, origins);
      g_autofree char *alone = aj_phone_normalise (cases[i].text, NULL);
      g_autoptr (GString) places = g_string_new (NULL);

      for (guint n = 0; n < origins->len; n++)
        g_string_append_c (places, (char) ('a' + g_array_index (origins, guint, n)));
      g_assert_cmpstr (normal, ==, cases[i].normal);
      g_assert_cmpstr (alone, ==, cases[i].normal);
      g_assert_cmpstr (places->str, ==, cases[i].origins);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/phone/split", test_split);
  g_test_add_func ("/base/phone/identify", test_identify);
  g_test_add_func ("/base/phone/normalise", test_normalise);
  return g_test_run ();
}
