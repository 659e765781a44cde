/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-outlook.h"

#include <string.h>

static void
test_reads (void)
{
  static const char *const texts[] = {
    "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Suffix\",\"Company\",\"Department\","
    "\"Job Title\",\"Business Fax\",\"Business Phone\",\"Mobile Phone\",\"E-mail Address\","
    "\"E-mail Type\",\"Notes\"\r\n"
    "\"\",\"Zoë\",\"van der\",\"Berg\",\"\",\"Gemeente Olst\",\"Veiligheid\",\"Adviseur\",\"1\","
    "\"'+31 570\",\"06\",\"zoe@voorbeeld.example\",\"SMTP\",\"Twee\nregels\"\r\n",
    "Titel;Voornaam;Middelste naam;Achternaam;Bedrijf;Functie;Telefoon op werk;"
    "Telefoon op werk 2;Mobiele telefoon;E-mailadres;E-mailadres 2;Notities\n"
    "; Zo\xeb ;van der;Berg;Gemeente Olst;Adviseur;;+31 570;06;;zoe@voorbeeld.example;"
    "\"Twee\nregels\"\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AjCsv) csv = aj_csv_read ("x.csv", texts[i], strlen (texts[i]), &error);
      g_autoptr (GPtrArray) cards = NULL;
      const AjCard *card;

      g_assert_no_error (error);
      g_assert_true (aj_outlook_recognises (csv));
      cards = aj_outlook_read (csv);
      g_assert_cmpuint (cards->len, ==, 1);
      card = cards->pdata[0];
      g_assert_cmpstr (card->fields[AJ_CARD_NAME], ==, "Zoë van der Berg");
      g_assert_cmpstr (card->fields[AJ_CARD_ORGANISATION], ==, "Gemeente Olst");
      g_assert_cmpstr (card->fields[AJ_CARD_FUNCTION], ==, "Adviseur");
      g_assert_cmpstr (card->fields[AJ_CARD_PHONE], ==, "+31 570");
      g_assert_cmpstr (card->fields[AJ_CARD_MOBILE], ==, "06");
      g_assert_cmpstr (card->fields[AJ_CARD_MAIL], ==, "zoe@voorbeeld.example");
      g_assert_cmpstr (card->fields[AJ_CARD_NOTES], ==, "Twee\nregels");
      g_assert_cmpuint (card->line, ==, 2);
    }
}

/* What there is more than one of goes into the notes, under the name it has in the file. */
static void
test_more (void)
{
  static const char text[] =
      "Voornaam;Telefoon op werk;Telefoon op werk 2;E-mailadres;E-mailadres 2;"
      "E-mailadres 3;Notities\n"
      "Zoë;0570;0571;zoe@a.example;ander@a.example;zoe@a.example;Regel\n"
      "Jan;;0572;;;;\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AjCsv) csv = aj_csv_read ("x.csv", text, strlen (text), &error);
  g_autoptr (GPtrArray) cards = NULL;
  const AjCard *card;

  g_assert_no_error (error);
  cards = aj_outlook_read (csv);
  card = cards->pdata[0];
  g_assert_cmpstr (card->fields[AJ_CARD_MAIL], ==, "zoe@a.example");
  g_assert_cmpstr (card->fields[AJ_CARD_NOTES], ==,
                   "Regel\nTelefoon op werk 2: 0571\nE-mailadres 2: ander@a.example");
  card = cards->pdata[1];
  g_assert_cmpstr (card->fields[AJ_CARD_PHONE], ==, "0572");
  g_assert_null (card->fields[AJ_CARD_NOTES]);
}

static void
test_other (void)
{
  static const char text[] = "name,mail\nA,b@c.example\n";
  g_autoptr (AjCsv) csv = aj_csv_read ("x.csv", text, strlen (text), NULL);

  g_assert_false (aj_outlook_recognises (csv));
}

static void
test_round_trip (void)
{
  static const AjOutlookLanguage languages[] = { AJ_OUTLOOK_ENGLISH, AJ_OUTLOOK_DUTCH };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (AjCsvWriter) writer = aj_csv_writer_new (stream, AJ_CSV_EXCEL);
      g_autoptr (AjCard) card = aj_card_new (1);
      g_autoptr (AjCsv) csv = NULL;
      g_autoptr (GPtrArray) cards = NULL;
      g_autoptr (GError) error = NULL;

      aj_card_set (card, AJ_CARD_NAME, "Zoë van der Berg");
      aj_card_set (card, AJ_CARD_PHONE, "+31 570");
      aj_card_set (card, AJ_CARD_NOTES, "=1+1\n\"x\";");
      aj_outlook_add_names (writer, languages[i]);
      aj_csv_writer_end_row (writer, NULL, NULL);
      aj_outlook_add_card (writer, card);
      aj_csv_writer_end_row (writer, NULL, NULL);
      aj_csv_writer_finish (writer, NULL, NULL);
      csv = aj_csv_read ("x.csv", g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                         g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)),
                         &error);
      g_assert_no_error (error);
      g_assert_true (aj_outlook_recognises (csv));
      cards = aj_outlook_read (csv);
      for (guint f = 0; f < AJ_CARD_N_FIELDS; f++)
        g_assert_cmpstr (((AjCard *) cards->pdata[0])->fields[f], ==, card->fields[f]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/outlook/reads", test_reads);
  g_test_add_func ("/exchange/outlook/more", test_more);
  g_test_add_func ("/exchange/outlook/other", test_other);
  g_test_add_func ("/exchange/outlook/round-trip", test_round_trip);
  return g_test_run ();
}
