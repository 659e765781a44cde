/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mailto.h"

#include <string.h>

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_build (void)
{
  const struct
  {
    const char *const *addresses;
    AjMailtoField field;
    const char *subject;
    const char *expected;
  } cases[] = {
    { LIST ("a@b.example"), AJ_MAILTO_TO, NULL, "mailto:a@b.example" },
    { LIST ("a@b.example", "c@d.example"), AJ_MAILTO_TO, NULL, "mailto:a@b.example,c@d.example" },
    { LIST ("a@b.example", "c@d.example"), AJ_MAILTO_BCC, NULL,
      "mailto:?bcc=a@b.example,c@d.example" },
    { LIST ("a@b.example"), AJ_MAILTO_TO, "Werkgroep Jeugd & MKB?",
      "mailto:a@b.example?subject=Werkgroep%20Jeugd%20%26%20MKB%3F" },
    { LIST ("a@b.example"), AJ_MAILTO_BCC, "é", "mailto:?bcc=a@b.example&subject=%C3%A9" },
    /* What could divide, add a field or be read as a space is encoded. */
    { LIST ("a+b%c&d=e?f#g/h@b.example"), AJ_MAILTO_TO, NULL,
      "mailto:a%2Bb%25c%26d%3De%3Ff%23g%2Fh@b.example" },
    { LIST ("o'neill@b.example"), AJ_MAILTO_TO, NULL, "mailto:o'neill@b.example" },
    { LIST ("zoë@b.example"), AJ_MAILTO_TO, NULL, "mailto:zo%C3%AB@b.example" },
    { LIST ("a@b.example"), AJ_MAILTO_TO, " \r\n ", "mailto:a@b.example" },
    { LIST ("a@b.example"), AJ_MAILTO_TO, "x\r\nBcc: y@z.example",
      "mailto:a@b.example?subject=x%20Bcc%3A%20y%40z.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = aj_mailto_build (cases[i].addresses, cases[i].field,
                                               cases[i].subject);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_text (void)
{
  g_autofree char *to = aj_mailto_build_with_text (LIST ("a@b.example"), AJ_MAILTO_TO, "x",
                                                   "Beste é,\n\nTot dan & dag?\n");
  g_autofree char *bare = aj_mailto_build_with_text (LIST ("a@b.example"), AJ_MAILTO_TO, NULL, "y");
  g_autofree char *bcc = aj_mailto_build_with_text (LIST ("a@b.example"), AJ_MAILTO_BCC, NULL, "y");
  g_autofree char *long_text = g_strnfill (AJ_MAILTO_MAX_LENGTH, 'a');

  g_assert_cmpstr (to, ==,
                   "mailto:a@b.example?subject=x&body=Beste%20%C3%A9%2C%0D%0A%0D%0ATot%20dan%20%26"
                   "%20dag%3F");
  g_assert_cmpstr (bare, ==, "mailto:a@b.example?body=y");
  g_assert_cmpstr (bcc, ==, "mailto:?bcc=a@b.example&body=y");
  g_assert_null (aj_mailto_build_with_text (LIST ("a@b.example"), AJ_MAILTO_TO, "x", long_text));
}

/* What is no address stays out, and does not keep the others from their mail. */
static void
test_hostile (void)
{
  static const char *const hostile[] = { "",
                                         "nobody",
                                         "a@b.example\r\nBcc: c@d.example",
                                         "a@b.example,c@d.example",
                                         "a@b.example;c@d.example",
                                         "<a@b.example>",
                                         "\"a b\"@b.example",
                                         "a@[127.0.0.1]",
                                         "mailto:a@b.example",
                                         "a b@c.example",
                                         "a@b@c.example",
                                         "a@\xff.example",
                                         "a\\@b.example" };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *alone = aj_mailto_build (LIST (hostile[i]), AJ_MAILTO_TO, "x");
      g_autofree char *among = aj_mailto_build (LIST ("a@b.example", hostile[i], "c@d.example"),
                                                AJ_MAILTO_TO, NULL);
      g_autofree char *joined = aj_mailto_join (LIST ("a@b.example", hostile[i], "c@d.example"));

      g_assert_null (alone);
      g_assert_cmpstr (among, ==, "mailto:a@b.example,c@d.example");
      g_assert_cmpstr (joined, ==, "a@b.example; c@d.example");
    }
  g_assert_null (aj_mailto_build ((const char *const[]){ NULL }, AJ_MAILTO_BCC, NULL));
}

/* (transfer full): addresses that make a text of exactly @length letters, of 100 letters each but the last. */
static char **
make_addresses (gsize length)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize left = length - strlen ("mailto:");

  while (left > 0)
    {
      gsize size = left > 200 ? 100 : left;
      g_autofree char *name = g_strnfill (size - strlen ("@b.example"), 'a');
      g_autofree char *address = g_strconcat (name, "@b.example", NULL);

      g_strv_builder_add (builder, address);
      left -= size;
      left -= left > 0 ? 1 : 0; /* the comma */
    }
  return g_strv_builder_end (builder);
}

/* One letter more than the limit is too many. */
static void
test_limit (void)
{
  g_auto (GStrv) fitting = make_addresses (AJ_MAILTO_MAX_LENGTH);
  g_auto (GStrv) longer = make_addresses (AJ_MAILTO_MAX_LENGTH + 1);
  g_autofree char *text = aj_mailto_build ((const char *const *) fitting, AJ_MAILTO_TO, NULL);
  g_autofree char *too_long = aj_mailto_build ((const char *const *) longer, AJ_MAILTO_TO, NULL);

  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), ==, AJ_MAILTO_MAX_LENGTH);
  g_assert_null (too_long);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mailto/build", test_build);
  g_test_add_func ("/mailto/text", test_text);
  g_test_add_func ("/mailto/hostile", test_hostile);
  g_test_add_func ("/mailto/limit", test_limit);
  return g_test_run ();
}
