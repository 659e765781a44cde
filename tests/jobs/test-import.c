/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-fixture.h"

#include <string.h>

#include "aj-error.h"

#define BYTES(text) text, sizeof text - 1

/* The same man, as he arrives. */
static void
test_encodings (ImportWorld *self, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } files[] = {
    { BYTES ("name;function\nZo\xc3\xab \xf0\x9f\x98\x80;\xd7\xa9\xd7\x9c\n") },
    { BYTES ("\xef\xbb\xbfname,function\r\nZo\xc3\xab \xf0\x9f\x98\x80,\xd7\xa9\xd7\x9c\r\n") },
    { BYTES ("\xff\xfen\0a\0m\0e\0\t\0f\0u\0n\0c\0t\0i\0o\0n\0\n\0Z\0o\0\xeb\0 \0\x3d\xd8\x00\xde"
             "\t\0\xe9\x05\xdc\x05\n\0") },
    { BYTES ("n\0a\0m\0e\0;\0f\0u\0n\0c\0t\0i\0o\0n\0\n\0Z\0o\0\xeb\0 \0\x3d\xd8\x00\xde;\0\xe9\x05"
             "\xdc\x05\n\0") },
    { BYTES ("\xfe\xff\0n\0a\0m\0e\0,\0f\0u\0n\0c\0t\0i\0o\0n\0\n\0Z\0o\0\xeb\0 \xd8\x3d\xde\x00\0,"
             "\x05\xe9\x05\xdc\0\n") },
    { BYTES ("\0n\0a\0m\0e\0,\0f\0u\0n\0c\0t\0i\0o\0n\0\n\0Z\0o\0\xeb\0 \xd8\x3d\xde\x00\0,\x05\xe9"
             "\x05\xdc\0\n") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (AjImport) import = import_load_bytes (self, "person", files[i].bytes,
                                                       files[i].length);
      AjImportRow *row = import_get_row (import, 2);

      g_test_message ("file %u", i);
      g_assert_cmpstr (aj_import_row_get_title (row), ==, "Zoë 😀");
      g_assert_cmpstr (aj_import_row_get_cell (row, 1), ==, "של");
      g_assert_true (aj_import_row_get_wanted (row));
    }
}

static void
test_latin_1 (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import = import_load_bytes (self, "person",
                                                   BYTES ("Naam;E-mail\nFran\xe7oise N\xfa\xf1"
                                                          "ez;f@x.example\n"));

  g_assert_cmpstr (aj_import_row_get_title (import_get_row (import, 2)), ==, "Françoise Núñez");
}

/* What was written to harm: it is refused, or comes in as text. */
static void
test_hostile (ImportWorld *self, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *error; /* (nullable): of the file */
    const char *rows;
  } files[] = {
    { BYTES ("PK\x03\x04\x14\0\x06\0bomb"), "*Excel*", NULL },
    { BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "*PDF*", NULL },
    { BYTES (""), "*names of the columns*", NULL },
    { BYTES ("kleur;maat\nrood;3\n"), "*names no column of “People”*Name*", NULL },
    { BYTES ("name,mail\n\"Jo Smit,jo@x.example\n"), NULL,
      "2 refused Jo Smit,jo@x.example: A quotation mark is missing or misplaced.\n" },
    { BYTES ("name,function\nJo\0Smit,x\nEls,y\n"), NULL,
      "2 refused Jo\xef\xbf\xbdSmit: There are characters here that cannot be read.\n"
      "3 new+ Els\n" },
    /* Names that would write the line backwards, or hide something. */
    { BYTES ("name\n\xe2\x80\xaeredrO\xe2\x80\xac Jo\nEls\xe2\x80\x8b\nEls\n"), NULL, NULL },
    { BYTES ("name,notes\nJo,\"a\nb\r\nc\"\n"), NULL, "2 new+ Jo\n" },
    { BYTES ("name,name,naam\nJo,Ja,Je\n"), NULL, "2 new+ Jo\n" },
    { BYTES ("name,organisation\nJo,7f7f7f7f-0000-4000-8000-000000000001\n"), NULL,
      "2 refused Jo: Organisation: there is none called "
      "“7f7f7f7f-0000-4000-8000-000000000001”.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].bytes, files[i].length);
      g_autoptr (GError) error = NULL;
      AjImportTable *table = aj_import_table_read (aj_record_type_lookup ("person"), "x.csv", bytes,
                                                   &error);
      g_autoptr (AjImport) import = NULL;
      g_autofree char *found = NULL;

      g_test_message ("file %u", i);
      g_assert_true ((table == NULL) == (files[i].error != NULL));
      if (table == NULL)
        {
          g_assert_true (g_pattern_match_simple (files[i].error, error->message));
          continue;
        }
      import = aj_import_load (self->base.store, table, &error);
      g_assert_no_error (error);
      found = import_describe (import);
      if (files[i].rows != NULL)
        g_assert_cmpstr (found, ==, files[i].rows);
      if (aj_import_count_wanted (import) == 0)
        continue;
      import_accept (self, import);
      g_assert_true (aj_store_undo (self->base.store, NULL, &error));
    }
}

/* One edit: one line of history, and one undo takes all of it back. */
static void
test_one_edit (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import = import_load (self, "person",
                                             "name,organisation,mail\n"
                                             "Jo Smit,Bibliotheek Zwolle,jo@x.example\n"
                                             "Els Mol,bibliotheek zwolle,\n"
                                             "Anna Jansen,Hogeschool Saxion,anna@saxion.example\n"
                                             "Piet de Vries,Politie Oost,piet@p.example\n");
  g_autoptr (GPtrArray) missing = aj_import_list_missing (import);
  g_autoptr (AjRecord) library = NULL;
  g_autofree char *sum = aj_import_dup_sum (import);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sum, ==, "2 new, 1 changed, 1 the same");
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (aj_values_get_text (missing->pdata[0], "name"), ==, "Bibliotheek Zwolle");
  g_assert_cmpint (fixture_count (&self->base, "person"), ==, 2);
  import_accept (self, import);
  g_assert_cmpint (fixture_count (&self->base, "person"), ==, 4);
  library = fixture_find (&self->base, "organisation", "name", "Bibliotheek Zwolle");
  g_assert_cmpstr (aj_record_get_text (library, "kind"), ==, "library");
  g_assert_true (aj_store_undo (self->base.store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import x.csv: 2 new, 1 changed, 1 more added for them");
  g_assert_cmpint (fixture_count (&self->base, "person"), ==, 2);
  g_assert_cmpint (fixture_count (&self->base, "organisation"), ==, 2);
}

static void
count_cb (AjImport *import, guint *n_changes)
{
  (*n_changes)++;
}

/* A row is left out, and taken along all the same. */
static void
test_wanted (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import =
      import_load (self, "person",
                   "name,deputy\nJo Smit,Els Mol\nEls Mol,\nPiet de Vries,\n"
                   "Anna Jansen,Els Mol\nKees,No One\n");
  guint n_changes = 0;
  g_autoptr (AjRecord) jo = NULL;
  g_autoptr (AjRecord) anna = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  g_signal_connect (import, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpuint (aj_import_count_wanted (import), ==, 4);
  aj_import_row_set_wanted (import_get_row (import, 3), FALSE);
  aj_import_row_set_wanted (import_get_row (import, 4),
                            TRUE); /* the same: there is nothing to take */
  aj_import_row_set_wanted (import_get_row (import, 6), FALSE);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpuint (aj_import_count_wanted (import), ==, 2);
  missing = aj_import_list_missing (import);
  g_assert_cmpuint (missing->len, ==, 0);
  import_accept (self, import);
  /* Who is left out is nobody's deputy. */
  g_assert_cmpint (fixture_count (&self->base, "person"), ==, 3);
  jo = fixture_find (&self->base, "person", "name", "Jo Smit");
  g_assert_null (aj_record_get_text (jo, "deputy"));
  anna = fixture_find (&self->base, "person", "name", "Anna Jansen");
  g_assert_null (aj_record_get_text (anna, "deputy"));
}

static void
test_unsure (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import = import_load (self, "person",
                                             "name,mail\nKees Bos,anna@saxion.example\n");
  AjImportRow *row = import_get_row (import, 2);
  g_autoptr (AjRecord) anna = NULL;

  g_assert_false (aj_import_row_get_wanted (row));
  aj_import_row_set_wanted (row, TRUE);
  import_accept (self, import);
  anna = fixture_find (&self->base, "person", "id", self->anna);
  g_assert_cmpstr (aj_record_get_text (anna, "name"), ==, "Kees Bos");
}

/* A cell is corrected: the row is judged anew, and so is what it stood in the way of. */
static void
test_correct (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import = import_load (self, "person",
                                             "name,mail,organisation,deputy\n"
                                             "Jo Smit,jo,Hogeschool Saxxion,\n"
                                             "Els Mol,els@x.example,,\n"
                                             "Els Mol,els@x.example,,\n"
                                             "Tom Kok,,,Jo Smid\n");
  AjImportRow *jo = import_get_row (import, 2);
  guint n_rows;

  g_assert_cmpuint (aj_import_get_group (import, AJ_IMPORT_GROUP_DOUBTFUL, &n_rows), ==, 0);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpuint (aj_import_get_group (import, AJ_IMPORT_GROUP_NEW, &n_rows), ==, 2);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpint (aj_import_row_get_fault_column (jo), ==, 1);
  g_assert_nonnull (aj_import_row_get_cell_fault (jo, 1));
  g_assert_null (aj_import_row_get_cell_fault (jo, 0));
  g_assert_cmpstr (aj_import_row_get_suggestion (jo, 2), ==, "Hogeschool Saxion");
  g_assert_null (aj_import_row_get_suggestion (jo, 1));

  aj_import_set_cell (import, jo, 1, "jo@x.example");
  aj_import_set_cell (import, jo, 2, aj_import_row_get_suggestion (jo, 2));
  g_assert_cmpint (aj_import_row_get_verdict (jo), ==, AJ_IMPORT_NEW);
  g_assert_null (aj_import_row_get_reason (jo));
  g_assert_true (aj_import_row_get_wanted (jo));
  g_assert_cmpint (aj_import_row_get_fault_column (jo), ==, -1);

  /* Who refers to the other by the name that it now has. */
  aj_import_set_cell (import, jo, 0, "Jo Smid");
  {
    g_autoptr (GPtrArray) missing = aj_import_list_missing (import);

    g_assert_cmpuint (missing->len, ==, 0);
  }
  g_assert_cmpint (aj_import_row_get_verdict (import_get_row (import, 4)), ==, AJ_IMPORT_REFUSED);
  aj_import_set_cell (import, import_get_row (import, 3), 1, "els.mol@x.example");
  g_assert_cmpint (aj_import_row_get_verdict (import_get_row (import, 4)), ==, AJ_IMPORT_NEW);
  /* It stays where it was shown. */
  g_assert_cmpuint (aj_import_get_group (import, AJ_IMPORT_GROUP_DOUBTFUL, &n_rows), ==, 0);
  g_assert_cmpuint (n_rows, ==, 2);
  aj_import_set_cell (import, jo, 0, "");
  g_assert_cmpint (aj_import_row_get_verdict (jo), ==, AJ_IMPORT_REFUSED);
  import_accept (self, import);
}

static void
test_make_missing (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import = import_load (self, "person",
                                             "name,organisation\nJo Smit,Nieuw BV\nEls Mol,\n");
  AjImportRow *jo = import_get_row (import, 2);
  g_autoptr (GPtrArray) missing = NULL;

  g_assert_true (aj_import_get_make_missing (import));
  aj_import_set_make_missing (import, FALSE);
  g_assert_cmpint (aj_import_row_get_verdict (jo), ==, AJ_IMPORT_REFUSED);
  g_assert_cmpstr (aj_import_row_get_reason (jo), ==,
                   "Organisation: there is none called “Nieuw BV”.");
  g_assert_cmpuint (aj_import_count_wanted (import), ==, 1);
  missing = aj_import_list_missing (import);
  g_assert_cmpuint (missing->len, ==, 1);
  aj_import_set_make_missing (import, TRUE);
  g_assert_cmpuint (aj_import_count_wanted (import), ==, 2);
  g_assert_null (aj_import_row_get_reason (jo));
}

/* Ids go along, so that the same network in another file is the same. */
static void
test_ids (ImportWorld *self, gconstpointer data)
{
  g_autofree char *text =
      g_strdup_printf ("id,name,organisation\n%s,Anna Bakker,%s\n"
                       "7F7F7F7F-0000-4000-8000-000000000001,Piet de Vries,%s\n",
                       self->anna, self->saxion, self->saxion);
  g_autoptr (AjImport) import = import_load (self, "person", text);
  g_autofree char *found = import_describe (import);
  g_autoptr (AjRecord) other = NULL;

  /* An id says for certain that this is another one. */
  g_assert_cmpstr (found, ==,
                   "2 changed+ Anna Bakker name=Anna Jansen>Anna Bakker\n3 new+ Piet de Vries\n");
  import_accept (self, import);
  other = fixture_find (&self->base, "person", "id", "7f7f7f7f-0000-4000-8000-000000000001");
  g_assert_cmpstr (aj_record_get_title (other), ==, "Piet de Vries");
}

static void
test_outlook (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import = import_load (
      self, "person",
      "\"Titel\",\"Voornaam\",\"Middelste naam\",\"Achternaam\",\"Bedrijf\",\"Functie\",\"Postcode "
      "op werk\",\"Telefoon op werk\",\"Mobiele telefoon\",\"E-mailadres\",\"Verjaardag\","
      "\"Vertrokken (laatste dag)\"\n"
      "\"\",\"Jo\",\"van der\",\"Smit\",\"Hogeschool Saxion\",\"Docent\",\"7500\",\"053\",\"06\","
      "\"jo@x.example\",\"\",\"31-12-2025\"\n"
      "\"\",\"\",\"\",\"\",\"Politie Oost\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n");
  g_autofree char *found = import_describe (import);
  GPtrArray *ignored = aj_import_get_ignored (import);
  g_autoptr (AjRecord) jo = NULL;

  g_assert_cmpstr (found, ==,
                   "3 refused Politie Oost: Name must be filled in.\n2 new+ Jo van der Smit\n");
  /* Of what is not read, only what is filled in. */
  g_assert_cmpuint (ignored->len, ==, 1);
  g_assert_cmpstr (ignored->pdata[0], ==, "Postcode op werk");
  import_accept (self, import);
  jo = fixture_find (&self->base, "person", "name", "Jo van der Smit");
  g_assert_cmpstr (aj_record_get_text (jo, "organisation"), ==, self->saxion);
  g_assert_cmpstr (aj_record_get_text (jo, "phone"), ==, "053");
  g_assert_cmpstr (aj_record_get_text (jo, "left-on"), ==, "2025-12-31");
}

/* The file with another separator, in another encoding: as it comes back from a spreadsheet. */
static char *
write_as (const char *path, const char *separator, const char *encoding, gsize *length)
{
  g_autofree char *between = g_strdup_printf ("\"%s\"", separator);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *utf8 = NULL;
  g_autoptr (GError) error = NULL;
  char *written;
  gsize n_bytes;

  g_file_get_contents (path, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  utf8 = g_convert (bytes, (gssize) n_bytes, "UTF-8", "WINDOWS-1252", NULL, NULL, &error);
  g_assert_no_error (error);
  g_string_append (text, utf8);
  g_string_replace (text, "\",\"", between, 0);
  written = g_convert (text->str, (gssize) text->len, encoding, "UTF-8", NULL, length, &error);
  g_assert_no_error (error);
  return written;
}

/* Outlook's own files, in its two languages and in every form in which they arrive. What Outlook writes of its own accord
 * is nothing that anybody would miss. */
static void
test_outlook_files (ImportWorld *self, gconstpointer data)
{
  static const char *const names[] = { "outlook-nl.csv", "outlook-en.csv" };
  static const char *const separators[] = { ",", ";", "\t" };
  static const char *const encodings[] = { "WINDOWS-1252", "UTF-8", "UTF-16", "UTF-16LE",
                                           "UTF-16BE" };
  guint n = G_N_ELEMENTS (separators) * G_N_ELEMENTS (encodings);

  for (guint i = 0; i < G_N_ELEMENTS (names) * n; i++)
    {
      const char *encoding = encodings[i % G_N_ELEMENTS (encodings)];
      const char *separator = separators[i / G_N_ELEMENTS (encodings) % G_N_ELEMENTS (separators)];
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "tables", names[i / n],
                                                     NULL);
      gsize length;
      g_autofree char *bytes = write_as (path, separator, encoding, &length);
      g_autoptr (AjImport) import = import_load_bytes (self, "person", bytes, length);
      g_autofree char *found = import_describe (import);
      GPtrArray *ignored = aj_import_get_ignored (import);
      const AjValues *zoe = aj_import_row_get_after (import_get_row (import, 2));
      const AjValues *bos = aj_import_row_get_after (import_get_row (import, 4));

      g_test_message ("%s, %s, %s", names[i / n], separator, encoding);
      g_assert_cmpstr (found, ==, "2 new+ Zoë van der Meer\n4 new+ Bos\n");
      g_assert_cmpstr (aj_values_get_text (zoe, "organisation"), ==, self->saxion);
      g_assert_cmpstr (aj_values_get_text (zoe, "function"), ==, "Docent");
      g_assert_cmpstr (aj_values_get_text (zoe, "phone"), ==, "053 123 45 67");
      g_assert_cmpstr (aj_values_get_text (zoe, "mobile"), ==, "06 12345678");
      g_assert_cmpstr (aj_values_get_text (zoe, "mail"), ==, "zoe@saxion.example");
      g_assert_cmpstr (aj_values_get_text (zoe, "notes"), ==, "Eerste regel\n\"tweede\"; derde");
      g_assert_cmpstr (aj_values_get_text (bos, "phone"), ==, "0900 8844");
      g_assert_cmpstr (aj_values_get_text (bos, "mail"), ==, "bos@politie.example");
      g_assert_cmpuint (ignored->len, ==, 1);
      g_assert_cmpstr (ignored->pdata[0], ==, i < n ? "Afdeling" : "Department");
    }
}

/* Half Outlook's, half ours. */
static void
test_mixed_columns (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import = import_load (self, "person",
                                             "Voornaam;Tussenvoegsel;Achternaam;E-mail;Naam;Kleur\n"
                                             "Jo;van der;Smit;jo@x.example;Ik;rood\n");
  GPtrArray *ignored = aj_import_get_ignored (import);
  AjImportRow *row = import_get_row (import, 2);

  g_assert_cmpstr (aj_import_row_get_title (row), ==, "Jo van der Smit");
  g_assert_cmpstr (aj_values_get_text (aj_import_row_get_after (row), "mail"), ==, "jo@x.example");
  g_assert_cmpuint (ignored->len, ==, 2);
  g_assert_cmpstr (ignored->pdata[0], ==, "Naam");
  g_assert_cmpstr (ignored->pdata[1], ==, "Kleur");
}

static void
test_vcard (ImportWorld *self, gconstpointer data)
{
  static const char text[] = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jo Smit\r\nORG:Politie Oost\r\n"
                             "EMAIL:jo@x.example\r\nEND:VCARD\r\n"
                             "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Jansen\r\nTITLE:Lector\r\n"
                             "EMAIL:anna@saxion.example\r\nEND:VCARD\r\n"
                             "BEGIN:VCARD\r\nFN:Half\r\n";
  g_autoptr (AjImport) import = import_load (self, "person", text);
  g_autofree char *found = import_describe (import);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==,
                   "13 refused Half: This card does not end.\n"
                   "7 changed+ Anna Jansen function=Docent>Lector\n"
                   "1 new+ Jo Smit\n");
  g_assert_null (
      aj_import_table_read (aj_record_type_lookup ("organisation"), "x.vcf", bytes, &error));
  g_assert_error (error, AJ_ERROR, AJ_ERROR_INVALID);
}

/* Another region's register: municipalities with their district, which is made. */
static void
test_register (ImportWorld *self, gconstpointer data)
{
  g_autoptr (AjImport) import =
      import_load (self, "municipality",
                   "code,name,province,district,population,school_region\n"
                   "GM0344,Utrecht,Utrecht,Utrecht-Stad,376435,Midden\n"
                   "GM0307,Amersfoort,Utrecht,Oost-Utrecht,161000,Midden\n"
                   "GM0313,Bunschoten,Utrecht,Oost-Utrecht,23000,Oost\n");
  g_autoptr (GPtrArray) missing = aj_import_list_missing (import);
  g_autofree char *sum = aj_import_dup_sum (import);

  g_assert_cmpstr (sum, ==, "2 new, 1 refused");
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpstr (aj_values_get_record_type (missing->pdata[0])->name, ==, "district");
  import_accept (self, import);
  g_assert_cmpint (fixture_count (&self->base, "municipality"), ==, 4);
  g_assert_cmpint (fixture_count (&self->base, "district"), ==, 3);
}

static char *
write_file (ImportWorld *self, const char *text)
{
  char *path = g_build_filename (self->base.folder, "people.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

/* As many as an organisation has, each of an organisation that nobody knows. */
static void
test_many (ImportWorld *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Naam;E-mail;Organisatie;Vervanger\n");
  g_autofree char *path = NULL;
  g_autoptr (AjImport) import = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };
  double last = -1;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "Persoon %u;p%u@x.example;Bedrijf %u;Persoon %u\n", i, i, i / 2,
                            99999 - i);
  path = write_file (self, text->str);
  aj_import_load_async (self->base.store, aj_record_type_lookup ("person"), path, progress_cb,
                        &last, NULL, waiter_ready_cb, &waiter);
  import = aj_import_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_object_unref (waiter.result);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpuint (aj_import_count (import, AJ_IMPORT_NEW), ==, 100000);
  g_assert_cmpuint (aj_import_count_wanted (import), ==, 100000);
  aj_import_set_cell (import, import_get_row (import, 2), 0, "Iemand anders");
}

static void
test_cancel (ImportWorld *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "name\nJo\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  aj_import_load_async (self->base.store, aj_record_type_lookup ("person"), path, NULL, NULL,
                        cancellable, waiter_ready_cb, &waiter);
  g_cancellable_cancel (cancellable);
  g_assert_null (aj_import_load_finish (self->base.store, waiter_wait (&waiter), &error));
  g_object_unref (waiter.result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_file (ImportWorld *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "nowhere.csv", NULL);
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  aj_import_load_async (self->base.store, aj_record_type_lookup ("person"), path, NULL, NULL, NULL,
                        waiter_ready_cb, &waiter);
  g_assert_null (aj_import_load_finish (self->base.store, waiter_wait (&waiter), &error));
  g_object_unref (waiter.result);
  g_assert_error (error, AJ_ERROR, AJ_ERROR_NOT_FOUND);
}

/* Whatever the file: an answer, and nothing that cannot be accepted. */
static void
test_random (ImportWorld *self, gconstpointer data)
{
  static const char *const pieces[] = {
    "name",    ",",          ";",         "\n",     "Anna Jansen",
    "mail",    "\"",         "'=1",       "a@b.nl", "organisation",
    "id",      "\t",         "\r\n",      "deputy", "Saxion",
    "left-on", "2026-01-01", "31-2-2026", "ja",     "role-mailbox",
    "\xff",    "\xc3\xab"
  };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new ("name,mail,organisation,deputy\n");
      guint n = (guint) g_test_rand_int_range (0, 60);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AjImport) import = NULL;
      AjImportTable *table;

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      bytes = g_bytes_new (text->str, text->len);
      table = aj_import_table_read (aj_record_type_lookup ("person"), "x.csv", bytes, NULL);
      if (table == NULL)
        continue;
      import = aj_import_load (self->base.store, table, NULL);
      if (aj_import_count_wanted (import) > 0)
        import_accept (self, import);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/import/" name, ImportWorld, NULL, import_world_set_up, function,              \
              import_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("encodings", test_encodings);
  ADD ("latin-1", test_latin_1);
  ADD ("hostile", test_hostile);
  ADD ("one-edit", test_one_edit);
  ADD ("wanted", test_wanted);
  ADD ("unsure", test_unsure);
  ADD ("correct", test_correct);
  ADD ("make-missing", test_make_missing);
  ADD ("ids", test_ids);
  ADD ("outlook", test_outlook);
  ADD ("outlook-files", test_outlook_files);
  ADD ("mixed-columns", test_mixed_columns);
  ADD ("vcard", test_vcard);
  ADD ("whole-register", test_register);
  ADD ("many", test_many);
  ADD ("cancel", test_cancel);
  ADD ("no-file", test_no_file);
  ADD ("random", test_random);
  return g_test_run ();
}
