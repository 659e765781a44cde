/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-list.h"

#include <glib/gi18n.h>

#include "aj-chase-section.h"

struct _AjChaseList
{
  AdwBin parent_instance;

  GtkBox *section_box;   /* the child */
  AjChaseOutbox *outbox; /* (owned) (nullable) */
  AjChaseBook *book;     /* (borrowed) (nullable) */
  GPtrArray *items;      /* (borrowed) (nullable) (element-type AjChaseItem): of the book */
  GHashTable
      *ticks; /* (owned) (element-type utf8): a municipality, and whether somebody ticked it */
  gboolean is_by_round;
  AjDate today;
};

G_DEFINE_FINAL_TYPE (AjChaseList, aj_chase_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_id (const AjChaseItem *item)
{
  return aj_values_get_id (item->line->municipality);
}

static gboolean
is_due (AjChaseList *self, const AjChaseItem *item)
{
  return item->due_on == AJ_DATE_NONE || item->due_on <= self->today;
}

/* Until somebody says otherwise, it is asked when it is its turn. */
static gboolean
is_ticked (AjChaseList *self, const AjChaseItem *item)
{
  gpointer tick;

  if (item->to->len == 0)
    return FALSE;
  if (g_hash_table_lookup_extended (self->ticks, get_id (item), NULL, &tick))
    return GPOINTER_TO_INT (tick);
  return is_due (self, item);
}

static const char *
get_district_name (AjChaseList *self, const AjChaseItem *item)
{
  const char *name = aj_edition_facts_get_district_name (
      aj_chase_book_get_facts (self->book),
      aj_values_get_text (item->line->municipality, "district"));

  return name != NULL ? name : _ ("In no district");
}

/* (transfer full): to whom it goes; beneath it when it was asked last, and what the section does not say. */
static char *
describe (AjChaseList *self, const AjChaseItem *item)
{
  const char *other = self->is_by_round ? get_district_name (self, item)
                                        : aj_chase_round_get_label (item->round);
  g_autofree char *to = aj_chase_item_describe_to (item);
  g_autofree char *day = item->asked_on != AJ_DATE_NONE ? aj_date_format_short (item->asked_on)
                                                        : NULL;
  /* Translators: of a municipality; a day, and a district or what it is sent next. */
  g_autofree char *rest = day != NULL ? g_strdup_printf (_ ("last asked %1$s · %2$s"), day, other)
                                      : g_strdup (other);

  return *to != '\0' ? g_strdup_printf ("%s\n%s", to, rest) : g_steal_pointer (&rest);
}

static AjChaseRow *
make_row (AjChaseList *self, const AjChaseItem *item)
{
  AjChaseRow *row = g_new0 (AjChaseRow, 1);

  row->item = item;
  row->about = describe (self, item);
  row->ticked = is_ticked (self, item);
  row->written = aj_chase_list_is_written (self, item);
  return row;
}

/* What stands together. */
typedef struct
{
  char *key;       /* (owned) */
  char *title;     /* (owned) */
  GPtrArray *rows; /* (owned) (element-type AjChaseRow) */
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->key);
  g_free (part->title);
  g_ptr_array_unref (part->rows);
  g_free (part);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *first = *(const Part *const *) a;
  const Part *second = *(const Part *const *) b;

  return g_utf8_collate (first->title, second->title);
}

static Part *
take_part (GPtrArray *parts, const char *key, const char *title)
{
  Part *part;

  for (guint i = 0; i < parts->len; i++)
    {
      part = parts->pdata[i];
      if (g_str_equal (part->key, key))
        return part;
    }
  part = g_new0 (Part, 1);
  part->key = g_strdup (key);
  part->title = g_strdup (title);
  part->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_chase_row_free);
  g_ptr_array_add (parts, part);
  return part;
}

static GPtrArray *
divide_by_district (AjChaseList *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      const AjChaseItem *item = self->items->pdata[i];
      const char *district = aj_values_get_text (item->line->municipality, "district");

      g_ptr_array_add (
          take_part (parts, district != NULL ? district : "", get_district_name (self, item))->rows,
          make_row (self, item));
    }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}

static GPtrArray *
divide_by_round (AjChaseList *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (guint round = 0; round < AJ_CHASE_N_ROUNDS; round++)
    for (guint i = 0; i < self->items->len; i++)
      {
        const AjChaseItem *item = self->items->pdata[i];

        if (item->round == round)
          g_ptr_array_add (take_part (parts, aj_chase_round_get_code (round),
                                      aj_chase_round_get_title (round))
                               ->rows,
                           make_row (self, item));
      }
  return parts;
}

static void show_sections (AjChaseList *self);

static void
ticked_cb (AjChaseList *self, const char *const *municipalities, gboolean ticked)
{
  for (guint i = 0; municipalities[i] != NULL; i++)
    g_hash_table_insert (self->ticks, g_strdup (municipalities[i]), GINT_TO_POINTER (ticked));
  show_sections (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* (nullable) */
static AjChaseSection *
find_section (AjChaseList *self, const char *key)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->section_box));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (aj_chase_section_get_key (AJ_CHASE_SECTION (child)), key))
      return AJ_CHASE_SECTION (child);
  return NULL;
}

static AjChaseSection *
add_section (AjChaseList *self, const char *key)
{
  AjChaseSection *section = aj_chase_section_new (key);

  g_signal_connect_object (section, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->section_box, GTK_WIDGET (section));
  return section;
}

static gboolean
has_part (GPtrArray *parts, const char *key)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (((Part *) parts->pdata[i])->key, key))
      return TRUE;
  return FALSE;
}

/* A section that stays is the same widget, so that the cursor stays in it. */
static void
show_sections (AjChaseList *self)
{
  g_autoptr (GPtrArray) parts = self->is_by_round ? divide_by_round (self)
                                                  : divide_by_district (self);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->section_box));
  GtkWidget *last = NULL;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!has_part (parts, aj_chase_section_get_key (AJ_CHASE_SECTION (child))))
        gtk_box_remove (self->section_box, child);
      child = next;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];
      AjChaseSection *section = find_section (self, part->key);

      if (section == NULL)
        section = add_section (self, part->key);
      gtk_box_reorder_child_after (self->section_box, GTK_WIDGET (section), last);
      aj_chase_section_show (section, part->title, part->rows);
      last = GTK_WIDGET (section);
    }
}

static void
aj_chase_list_dispose (GObject *object)
{
  AjChaseList *self = AJ_CHASE_LIST (object);

  self->book = NULL;
  self->items = NULL;
  g_clear_object (&self->outbox);
  G_OBJECT_CLASS (aj_chase_list_parent_class)->dispose (object);
}

static void
aj_chase_list_finalize (GObject *object)
{
  g_hash_table_unref (AJ_CHASE_LIST (object)->ticks);
  G_OBJECT_CLASS (aj_chase_list_parent_class)->finalize (object);
}

static void
aj_chase_list_class_init (AjChaseListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_chase_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_chase_list_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AJ_TYPE_CHASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_chase_list_init (AjChaseList *self)
{
  self->ticks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->section_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->section_box));
}

void
aj_chase_list_set_outbox (AjChaseList *self, AjChaseOutbox *outbox)
{
  g_return_if_fail (AJ_IS_CHASE_LIST (self));

  g_set_object (&self->outbox, outbox);
}

void
aj_chase_list_show (
    AjChaseList *self, AjChaseBook *book, GPtrArray *items, gboolean by_round, AjDate today)
{
  g_return_if_fail (AJ_IS_CHASE_LIST (self));

  self->book = book;
  self->items = items;
  self->is_by_round = by_round;
  self->today = today;
  show_sections (self);
}

void
aj_chase_list_forget (AjChaseList *self)
{
  GtkWidget *child;

  g_return_if_fail (AJ_IS_CHASE_LIST (self));

  self->book = NULL;
  self->items = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->section_box))) != NULL)
    gtk_box_remove (self->section_box, child);
}

GPtrArray *
aj_chase_list_get_ticked (AjChaseList *self)
{
  GPtrArray *ticked = g_ptr_array_new ();

  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    if (is_ticked (self, self->items->pdata[i]))
      g_ptr_array_add (ticked, self->items->pdata[i]);
  return ticked;
}

gboolean
aj_chase_list_is_written (AjChaseList *self, const AjChaseItem *item)
{
  const AjValues *edition = aj_edition_facts_get_edition (aj_chase_book_get_facts (self->book));

  return self->outbox != NULL &&
         aj_chase_outbox_has (self->outbox, aj_values_get_id (edition), get_id (item));
}

void
aj_chase_list_forget_ticks (AjChaseList *self, GHashTable *municipalities)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, municipalities);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (self->ticks, id);
}
