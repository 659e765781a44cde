/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-merger-note.h"

#include <glib/gi18n-lib.h>

#include "aj-list.h"
#include "aj-municipality.h"
#include "aj-text.h"

struct _AjMergerNote
{
  GtkBox parent_instance;

  AjServices *services; /* (owned) */
  AjRecord *record;     /* (owned): the municipality */
  AjRecord *target;     /* (owned) (nullable): what it went into */
  AjList *sources;      /* (owned): what went into it */
  GPtrArray *followed;  /* (owned) (element-type AjRecord): the sources that are listened to */
};

G_DEFINE_FINAL_TYPE (AjMergerNote, aj_merger_note, GTK_TYPE_BOX)

static char *
make_link (AjRecord *municipality)
{
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", aj_record_get_id (municipality),
                                  aj_record_get_title (municipality));
}

/* The first day without it. */
static AjDate
get_day_after (AjRecord *municipality)
{
  AjDate last = aj_record_get_date (municipality, "valid-until");

  return last != AJ_DATE_NONE ? last + 1 : AJ_DATE_NONE;
}

static gboolean
link_activated_cb (GtkLabel *label, const char *id, AjMergerNote *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "records.show", "(ss)",
                              aj_municipality_record_type.name, id);
  return TRUE;
}

static void
add_line (AjMergerNote *self, const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_activated_cb), self, 0);
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_target (AjMergerNote *self, AjDate today)
{
  AjDate day = get_day_after (self->record);
  g_autofree char *link = NULL;
  g_autofree char *shown = aj_date_format_plain (day);
  g_autofree char *markup = NULL;

  if (self->target == NULL || *aj_record_get_title (self->target) == '\0')
    return;
  link = make_link (self->target);
  if (day <= today)
    /* Translators: the municipality that this one became part of, and the first day of that. */
    markup = g_strdup_printf (_ ("Went into %s on %s"), link, shown);
  else
    /* Translators: the municipality that this one is to become part of, and the first day of that. */
    markup = g_strdup_printf (_ ("Goes into %s on %s"), link, shown);
  add_line (self, markup);
}

static char *
describe_sources (AjMergerNote *self, const char *links, AjDate day, AjDate today)
{
  g_autofree char *shown = aj_date_format_plain (day);
  gboolean is_new = aj_record_get_date (self->record, "valid-from") == day;

  if (is_new && day <= today)
    /* Translators: municipalities that became this new one, and its first day. */
    return g_strdup_printf (_ ("Came from %s on %s"), links, shown);
  if (is_new)
    /* Translators: municipalities that are to become this new one, and its first day. */
    return g_strdup_printf (_ ("Comes from %s on %s"), links, shown);
  if (day <= today)
    /* Translators: municipalities that became part of this one, and the first day of that. */
    return g_strdup_printf (_ ("Took in %s on %s"), links, shown);
  /* Translators: municipalities that are to become part of this one, and the first day of that. */
  return g_strdup_printf (_ ("Takes in %s on %s"), links, shown);
}

/* The list is in the order of the day, so those of one day lie together. Returns how many they are. */
static guint
add_sources_of_a_day (AjMergerNote *self, guint first, AjDate today)
{
  GListModel *sources = G_LIST_MODEL (self->sources);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AjRecord) source = g_list_model_get_item (sources, first);
  AjDate day = get_day_after (source);
  g_autofree char *joined = NULL;
  g_autofree char *markup = NULL;
  guint count = 0;

  while (source != NULL && get_day_after (source) == day)
    {
      g_ptr_array_add (links, make_link (source));
      count++;
      g_clear_object (&source);
      source = g_list_model_get_item (sources, first + count);
    }
  g_ptr_array_add (links, NULL);
  joined = aj_text_join_names ((const char *const *) links->pdata);
  markup = describe_sources (self, joined, day, today);
  if (day != AJ_DATE_NONE)
    add_line (self, markup);
  return count;
}

static void
update (AjMergerNote *self)
{
  AjDate today = aj_services_get_today (self->services);
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->sources));
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), line);
  add_target (self, today);
  for (guint i = 0; i < n_sources;)
    i += add_sources_of_a_day (self, i, today);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

static void
unfollow (AjMergerNote *self)
{
  for (guint i = 0; i < self->followed->len; i++)
    g_signal_handlers_disconnect_by_func (self->followed->pdata[i], update, self);
  g_ptr_array_set_size (self->followed, 0);
}

/* Records in a list load after they are there. */
static void
sources_changed_cb (AjMergerNote *self)
{
  unfollow (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      AjRecord *source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      g_ptr_array_add (self->followed, source);
      g_signal_connect_swapped (source, "notify", G_CALLBACK (update), self);
    }
  update (self);
}

static void
follow_target (AjMergerNote *self)
{
  const char *id = aj_record_get_text (self->record, "merged-into");

  if (self->target != NULL)
    g_signal_handlers_disconnect_by_func (self->target, update, self);
  g_clear_object (&self->target);
  if (id == NULL)
    return;
  self->target = aj_store_ref_record (aj_services_get_store (self->services),
                                      &aj_municipality_record_type, id);
  g_signal_connect_swapped (self->target, "notify::title", G_CALLBACK (update), self);
}

static void
record_changed_cb (AjMergerNote *self)
{
  follow_target (self);
  update (self);
}

static void
aj_merger_note_dispose (GObject *object)
{
  AjMergerNote *self = AJ_MERGER_NOTE (object);

  unfollow (self);
  if (self->target != NULL)
    g_signal_handlers_disconnect_by_func (self->target, update, self);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_changed_cb, self);
  if (self->sources != NULL)
    g_signal_handlers_disconnect_by_func (self->sources, sources_changed_cb, self);
  g_clear_object (&self->target);
  g_clear_object (&self->sources);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_merger_note_parent_class)->dispose (object);
}

static void
aj_merger_note_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_MERGER_NOTE (object)->followed);
  G_OBJECT_CLASS (aj_merger_note_parent_class)->finalize (object);
}

static void
aj_merger_note_class_init (AjMergerNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_merger_note_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_merger_note_finalize;
}

static void
aj_merger_note_init (AjMergerNote *self)
{
  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aj_merger_note_new (AjServices *services, AjRecord *municipality)
{
  AjMergerNote *self = g_object_new (AJ_TYPE_MERGER_NOTE, NULL);
  g_autoptr (AjQuery) query = aj_query_new (&aj_municipality_record_type);

  self->services = g_object_ref (services);
  self->record = g_object_ref (municipality);
  aj_query_where_text (query, "merged-into", AJ_QUERY_EQUAL, aj_record_get_id (municipality));
  aj_query_order_by (query, "valid-until", FALSE);
  aj_query_order_by (query, "name", FALSE);
  self->sources = aj_list_new (aj_services_get_store (services), query);
  g_signal_connect_swapped (self->sources, "items-changed", G_CALLBACK (sources_changed_cb), self);
  g_signal_connect_swapped (municipality, "notify", G_CALLBACK (record_changed_cb), self);
  record_changed_cb (self);
  return GTK_WIDGET (self);
}
