/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the network knows, by theme, as text and as a page of the web. */
#include "aj-knowledge-base.h"

#include <string.h>

#include "aj-jobs-fixture.h"

typedef struct
{
  Fixture base;
  const char *meeting;
} World;

static void
set_up (World *self, gconstpointer data)
{
  const char *group;

  fixture_set_up (&self->base, data);
  group = fixture_add (&self->base, "group", "name", "Expertteam", NULL);
  self->meeting = fixture_add (&self->base, "meeting", "group", group, "starts-at",
                               "2026-03-12T10:00", "ends-at", "2026-03-12T12:00", NULL);
}

static void
tear_down (World *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static AjDocument *
load (World *self)
{
  g_autoptr (GError) error = NULL;
  AjDocument *document = aj_knowledge_base_load (self->base.store, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_empty (World *self, gconstpointer data)
{
  g_autoptr (AjDocument) document = load (self);
  g_autofree char *text = aj_document_to_text (document);

  g_assert_cmpstr (
      text, ==, "Knowledge Base\n==============\n\nThere is nothing in the knowledge base yet.\n");
}

static void
test_themes (World *self, gconstpointer data)
{
  g_autoptr (AjDocument) document = NULL;
  g_autofree char *text = NULL;

  fixture_add (&self->base, "document", "name", "Zonder", NULL);
  fixture_add (&self->base, "document", "name", "Wachtwoorden", "theme", "Veilig inloggen", "kind",
               "guide", "link", "https://voorbeeld.example/w", NULL);
  fixture_add (&self->base, "document", "name", "Draaiboek", "theme", "Actiedag", "kind", "tool",
               "target-group", "youth", "summary", "Van plan\ntot dag.", "meeting", self->meeting,
               "file", "draaiboek.pdf", NULL);
  fixture_add (&self->base, "document", "name", "Alleen een stuk", "knowledge", "false", NULL);
  document = load (self);
  text = aj_document_to_text (document);
  g_assert_cmpstr (text, ==,
                   "Knowledge Base\n==============\n\n"
                   "Actiedag\n--------\n"
                   "Draaiboek\n.........\n"
                   "tool, for: Youth\n\n"
                   "Van plan\ntot dag.\n\n"
                   "File: “draaiboek.pdf”, in the folder “test-stukken”\n\n"
                   "Discussed by Expertteam on Thursday 12 March 2026\n\n"
                   "Veilig inloggen\n---------------\n"
                   "Wachtwoorden\n............\n"
                   "guide\n\n"
                   "https://voorbeeld.example/w\n\n"
                   "Without a Theme\n---------------\n"
                   "Zonder\n......\n");
}

/* What somebody wrote in a field is no part of the page, and what is no page of the web is no link. */
static void
test_hostile (World *self, gconstpointer data)
{
  g_autoptr (AjDocument) document = NULL;
  g_autofree char *html = NULL;

  fixture_add (&self->base, "document", "name", "<script>alert(1)</script>", "theme",
               "</h2><img src=x onerror=alert(1)>", "link", "javascript:alert(1)", "summary",
               "\"><script src=https://kwaad.example></script>", NULL);
  fixture_add (&self->base, "document", "name", "Pad", "link", "file:///etc/passwd", NULL);
  document = load (self);
  html = aj_document_to_html (document, NULL);
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "<img"));
  g_assert_null (strstr (html, "href=\"javascript"));
  g_assert_null (strstr (html, "href=\"file"));
  g_assert_nonnull (strstr (html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

static void
test_without_waiting (World *self, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AjDocument) document = NULL;
  g_autoptr (AjDocument) same = NULL;
  g_autofree char *text = NULL;
  g_autofree char *same_text = NULL;

  fixture_add (&self->base, "document", "name", "Draaiboek", "meeting", self->meeting, NULL);
  aj_knowledge_base_load_async (self->base.store, NULL, waiter_ready_cb, &waiter);
  document = aj_knowledge_base_load_finish (self->base.store, waiter_wait (&waiter), &error);
  g_assert_no_error (error);
  same = load (self);
  text = aj_document_to_text (document);
  same_text = aj_document_to_text (same);
  g_assert_cmpstr (text, ==, same_text);
  g_clear_object (&waiter.result);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/knowledge-base/" name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("themes", test_themes);
  ADD ("hostile", test_hostile);
  ADD ("without-waiting", test_without_waiting);
  return g_test_run ();
}
