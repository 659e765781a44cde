/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-vcard.h"

#include <string.h>

#include "aj-error.h"

static GPtrArray *
read_cards (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *cards = aj_vcard_read ("x.vcf", text, strlen (text), &error);

  g_assert_no_error (error);
  return cards;
}

static void
assert_field (GPtrArray *cards, guint index, AjCardField field, const char *text)
{
  const AjCard *card;

  g_assert_cmpuint (cards->len, >, index);
  card = cards->pdata[index];
  g_assert_cmpstr (card->fields[field], ==, text);
}

static void
test_versions (void)
{
  static const char *const more[] = { "\nMail: thuis@voorbeeld.example\nPhone: 0570 222222",
                                      "\nMail: ander@voorbeeld.example", "" };
  static const char *const texts[] = {
    /* As this program and others write 3.0 and 4.0; folded, grouped, with parameters of all kinds. */
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:van der Berg;Zoë;;;\r\nFN:Zoë van \r\n der Berg\r\n"
    "ORG:Gemeente Olst\\, Wijhe;Veiligheid\r\nTITLE:Adviseur\\; digitaal\r\n"
    "item1.EMAIL;type=INTERNET;type=HOME:thuis@voorbeeld.example\r\n"
    "item2.EMAIL;type=INTERNET;type=WORK;type=pref:zoe@voorbeeld.example\r\n"
    "TEL;TYPE=WORK,FAX:0570 111111\r\nTEL;TYPE=HOME:0570 222222\r\n"
    "TEL;TYPE=\"WORK,VOICE\":0570 333333\r\nTEL;TYPE=CELL:06 12345678\r\n"
    "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n /2wBDAAUDBAQEAwUEBAQFBQUGBww\r\n"
    "NOTE:Eerste regel\\nTweede\\, met \\\\ en een ; erin\r\n"
    "UID:urn:uuid:4FBE8971-0BC3-424C-9C26-36C3E1EFF6B1\r\nEND:VCARD\r\n",
    "BEGIN:VCARD\nVERSION:4.0\nFN:Zoë van der Berg\nN:van der Berg;Zoë;;;\n"
    "ORG:Gemeente Olst\\, Wijhe\nROLE:iets anders\nTITLE:Adviseur\\; digitaal\n"
    "EMAIL;PREF=1:mailto:zoe@voorbeeld.example\nEMAIL:ander@voorbeeld.example\n"
    "TEL;VALUE=uri;TYPE=\"work,voice\":tel:0570 333333\nTEL;VALUE=uri;TYPE=cell:tel:06 12345678\n"
    "NOTE:Eerste regel\\nTweede\\, met \\\\ en een \\; erin\n"
    "UID:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\nEND:VCARD\n",
    /* As Outlook writes 2.1. */
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:van der "
    "Berg;Zo=EB\r\n"
    "FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Zo=EB van =\r\nder Berg\r\n"
    "ORG:Gemeente Olst, Wijhe\r\nTITLE:Adviseur\\; digitaal\r\n"
    "EMAIL;PREF;INTERNET:zoe@voorbeeld.example\r\nTEL;WORK;VOICE:0570 333333\r\n"
    "TEL;CELL;VOICE:06 12345678\r\n"
    "NOTE;ENCODING=QUOTED-PRINTABLE:Eerste regel=0D=0A=\r\nTweede, met \\ en een ; erin\r\n"
    "AGENT:\r\nBEGIN:VCARD\r\nFN:Niemand\r\nNOTE:van hem\r\nEND:VCARD\r\n"
    "UID:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r\nEND:VCARD\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) cards = read_cards (texts[i]);
      const AjCard *card = cards->pdata[0];
      g_autoptr (GString) notes = g_string_new (card->fields[AJ_CARD_NOTES]);
      g_autofree char *expected = g_strconcat ("Eerste regel\nTweede, met \\ en een ; erin",
                                               more[i], NULL);

      g_test_message ("case %u", i);
      g_assert_cmpuint (cards->len, ==, 1);
      g_assert_null (card->fault);
      g_string_replace (notes, "\r\n", "\n", 0);
      assert_field (cards, 0, AJ_CARD_NAME, "Zoë van der Berg");
      assert_field (cards, 0, AJ_CARD_ORGANISATION, "Gemeente Olst, Wijhe");
      assert_field (cards, 0, AJ_CARD_FUNCTION, "Adviseur; digitaal");
      assert_field (cards, 0, AJ_CARD_MAIL, "zoe@voorbeeld.example");
      assert_field (cards, 0, AJ_CARD_PHONE, "0570 333333");
      assert_field (cards, 0, AJ_CARD_MOBILE, "06 12345678");
      assert_field (cards, 0, AJ_CARD_ID, "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1");
      g_assert_cmpstr (notes->str, ==, expected);
    }
}

/* Of what a card has more than one, nothing gets lost; a list of addresses is nobody. */
static void
test_more (void)
{
  g_autoptr (GPtrArray) cards = read_cards (
      "BEGIN:VCARD\nVERSION:4.0\nFN:Anna\nEMAIL:eerste@a.example\nTEL:1\nTEL:2\nTEL:1\n"
      "EMAIL;PREF=1:beste@a.example\nNOTE:een\nNOTE:twee\nEND:VCARD\n"
      "BEGIN:VCARD\nFN:Bea\nEMAIL:bea@a.example\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Iedereen\nMEMBER:mailto:a@a.example\nEND:VCARD\n");
  const AjCard *list;

  g_assert_cmpuint (cards->len, ==, 3);
  assert_field (cards, 0, AJ_CARD_MAIL, "beste@a.example");
  assert_field (cards, 0, AJ_CARD_PHONE, "1");
  assert_field (cards, 0, AJ_CARD_NOTES, "een\ntwee\nPhone: 2\nMail: eerste@a.example");
  assert_field (cards, 1, AJ_CARD_NOTES, NULL);
  list = cards->pdata[2];
  g_assert_nonnull (list->fault);
}

/* What a card has too little of. */
static void
test_names (void)
{
  g_autoptr (GPtrArray) cards = read_cards (
      "BEGIN:VCARD\nN:Jansen;Anna;M.;Dr.;\nEND:VCARD\n"
      "BEGIN:VCARD\nFN: \nN:Jansen\nEND:VCARD\n"
      "BEGIN:VCARD\nEMAIL:x@y.example\nEND:VCARD\n"
      "BEGIN:VCARD\nKIND:org\nFN:Digitale veiligheid\nEND:VCARD\n"
      "BEGIN:VCARD\nKIND:individual\nFN:A\nX-ABShowAs:COMPANY\nEND:VCARD\n");

  g_assert_cmpuint (cards->len, ==, 5);
  assert_field (cards, 0, AJ_CARD_NAME, "Anna M. Jansen");
  assert_field (cards, 1, AJ_CARD_NAME, "  Jansen");
  assert_field (cards, 2, AJ_CARD_NAME, NULL);
  assert_field (cards, 2, AJ_CARD_ROLE_MAILBOX, NULL);
  assert_field (cards, 3, AJ_CARD_ROLE_MAILBOX, "true");
  assert_field (cards, 4, AJ_CARD_ROLE_MAILBOX, "true");
}

/* The second card of each is well, whatever the first is. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    const char *fault; /* of the first; NULL: none */
  } cases[] = {
    { "BEGIN:VCARD\nFN:A\n", "*does not end*" },
    { "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:A=\nEND:VCARD\n", NULL },
    { "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:A=", "*does not end*" },
    { "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=NO-SUCH:A=4\nEND:VCARD\n", NULL },
    { "BEGIN:VCARD\nFN:A\xef\xbf\xbd\nEND:VCARD\n", "*cannot be read*" },
    { "BEGIN:VCARD\nnothing\n;;;\n:\n\nFN:A\n.:x\nEND:VCARD\nEND:VCARD\n", NULL },
    { "BEGIN:VCARD\nTEL;;;=;TYPE=;TYPE=\"a:b\n\nFN:A\nEND:VCARD\n", NULL },
    { "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD\n"
      "END:VCARD\n",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].text, "\nBEGIN:VCARD\nFN:Wel\nEND:VCARD\n",
                                           NULL);
      g_autoptr (GPtrArray) cards = read_cards (text);
      const AjCard *first = cards->pdata[0];

      g_test_message ("case %u", i);
      g_assert_cmpuint (cards->len, ==, 2);
      if (cases[i].fault == NULL)
        g_assert_cmpstr (first->fault, ==, NULL);
      else
        g_assert_true (g_pattern_match_simple (cases[i].fault, first->fault));
      assert_field (cards, 1, AJ_CARD_NAME, "Wel");
      g_assert_null (((AjCard *) cards->pdata[1])->fault);
    }
}

static void
test_huge (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\nFN:A\nPHOTO:");
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\nEND:VCARD\nBEGIN:VCARD\nFN:B\nNOTE:");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, i % 70 == 0 ? "\n x" : "x");
  g_string_append (text, "\nEND:VCARD\n");
  cards = read_cards (text->str);
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_null (((AjCard *) cards->pdata[0])->fault);
  g_assert_true (g_pattern_match_simple ("*too long*", ((AjCard *) cards->pdata[1])->fault));

  g_string_truncate (text, 0);
  for (guint i = 0; i <= AJ_VCARD_MAX_CARDS; i++)
    g_string_append (text, "BEGIN:VCARD\nEND:VCARD\n");
  g_assert_null (aj_vcard_read ("x.vcf", text->str, text->len, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (aj_vcard_read ("x.vcf", "hello\n", 6, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
}

/* UTF-16 and a zero byte. */
static void
test_bytes (void)
{
  static const char zero[] = "BEGIN:VCARD\nFN:A\0B\nEND:VCARD\n";
  const char *plain = "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n";
  gsize length;
  g_autofree char *wide = g_convert (plain, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GPtrArray) cards = aj_vcard_read ("x.vcf", wide, length, NULL);

  assert_field (cards, 0, AJ_CARD_NAME, "Zoë");
  g_ptr_array_unref (cards);
  cards = aj_vcard_read ("x.vcf", zero, sizeof zero - 1, NULL);
  g_assert_nonnull (((AjCard *) cards->pdata[0])->fault);
}

static char *
make_text (gboolean lines)
{
  static const char *const pieces[] = { "a",  "ë", "😀",  "שלום", "\\", ",",         ";",   ":",
                                        "\"", "'", " b", "=",    "n",  "END:VCARD", "=41", "\n" };
  GString *text = g_string_new ("x");
  int n = g_test_rand_int_range (0, 60);

  for (int i = 0; i < n; i++)
    g_string_append (text,
                     pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces) - (lines ? 0 : 1))]);
  return g_string_free (text, FALSE);
}

static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

static void
test_round_trip (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (AjCard) card = aj_card_new (1);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) cards = NULL;
      g_autofree char *id = g_uuid_string_random ();

      for (guint i = 0; i < AJ_CARD_N_FIELDS; i++)
        if (i == AJ_CARD_NAME || g_test_rand_bit ())
          {
            g_autofree char *value = make_text (i == AJ_CARD_NOTES);

            aj_card_set (card, (AjCardField) i,
                         i == AJ_CARD_ID             ? id
                         : i == AJ_CARD_ROLE_MAILBOX ? "true"
                                                     : value);
          }
      aj_vcard_append (text, card, round % 2 == 0 ? AJ_VCARD_3 : AJ_VCARD_4);
      assert_lines (text->str);
      cards = read_cards (text->str);
      g_assert_cmpuint (cards->len, ==, 1);
      for (guint i = 0; i < AJ_CARD_N_FIELDS; i++)
        assert_field (cards, 0, (AjCardField) i, card->fields[i]);
    }
}

static void
test_random (void)
{
  static const char *const pieces[] = { "BEGIN:VCARD\n",
                                        "END:VCARD\n",
                                        "FN:",
                                        "N:",
                                        ";",
                                        "=\n",
                                        "\n ",
                                        "AGENT:\n",
                                        "ENCODING=QUOTED-PRINTABLE",
                                        "\n",
                                        "\"",
                                        "\\",
                                        "=E",
                                        "\xff",
                                        "TEL",
                                        "CHARSET=",
                                        "VERSION:2.1\n" };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) cards = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      cards = aj_vcard_read ("x.vcf", text->str, text->len, &error);
      g_assert_true ((cards == NULL) == (error != NULL));
    }
}

static void
test_split_name (void)
{
  static const char *const cases[][3] = {
    { "Anna Jansen", "Anna", "Jansen" },
    { "Anna van der Berg", "Anna", "van der Berg" },
    { "Anna Maria van 't Hof", "Anna Maria", "van 't Hof" },
    { "Anna Maria Jansen", "Anna Maria", "Jansen" },
    { "Meldkamer", "", "Meldkamer" },
    { "In Kim", "In", "Kim" },
    { "Anna van", "Anna", "van" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *given = NULL;
      g_autofree char *family = NULL;

      aj_card_split_name (cases[i][0], &given, &family);
      g_assert_cmpstr (given, ==, cases[i][1]);
      g_assert_cmpstr (family, ==, cases[i][2]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/vcard/versions", test_versions);
  g_test_add_func ("/exchange/vcard/more", test_more);
  g_test_add_func ("/exchange/vcard/names", test_names);
  g_test_add_func ("/exchange/vcard/hostile", test_hostile);
  g_test_add_func ("/exchange/vcard/huge", test_huge);
  g_test_add_func ("/exchange/vcard/bytes", test_bytes);
  g_test_add_func ("/exchange/vcard/round-trip", test_round_trip);
  g_test_add_func ("/exchange/vcard/random", test_random);
  g_test_add_func ("/exchange/vcard/split-name", test_split_name);
  return g_test_run ();
}
