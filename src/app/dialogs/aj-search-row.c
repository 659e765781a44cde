/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-accessible.h"
#include "aj-error.h"
#include "aj-record-place.h"
#include "aj-record-summary.h"

struct _AjSearchRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;

  GtkWidget *heading;       /* (owned): shown by the list, when it is to be */
  GtkImage *heading_icon;   /* (unowned): in it */
  GtkLabel *heading_label;  /* (unowned): in it */
  const AjRecordType *type; /* (nullable) */
  char *id;                 /* (owned) (nullable) */
  char *name;               /* (owned) (nullable) */
  gboolean has_heading;
};

G_DEFINE_FINAL_TYPE (AjSearchRow, aj_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_can_open (AjSearchRow *self, gboolean can_open)
{
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), can_open);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), can_open);
}

/* Text with what was @searched in bold, from the byte @from on. */
static void
set_marked (GtkLabel *label, const char *text, const char *searched, guint from)
{
  g_autoptr (GArray) ranges = aj_search_find_ranges (text + from, searched);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const AjSearchRange *range = &g_array_index (ranges, AjSearchRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = range->start + from;
      bold->end_index = range->end + from;
      pango_attr_list_insert (attributes, bold);
    }
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

/* The label of a field may hold what was searched for too, but it was not found there. */
static void
show_found (AjSearchRow *self, const AjSearchHit *hit, const char *found, const char *searched)
{
  const char *snippet = hit->field != NULL ? g_strrstr (found, hit->snippet) : NULL;

  if (snippet != NULL)
    set_marked (self->subtitle, found, searched, (guint) (snippet - found));
  else
    set_marked (self->subtitle, found, "", 0);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *found != '\0');
}

static void
set_name (AjSearchRow *self, const char *title, const char *kind, const char *rest)
{
  g_autofree char *short_name =
      /* Translators: the name of what was found as a screen reader says it, and its kind: "Anna Jansen, Person". */
      g_strdup_printf (_ ("%1$s, %2$s"), title, kind);

  g_free (self->name);
  self->name = *rest != '\0' ? g_strdup_printf (_ ("%1$s, %2$s"), short_name, rest)
                             : g_steal_pointer (&short_name);
  aj_accessible_set_name (GTK_WIDGET (self), self->name);
}

static void
aj_search_row_dispose (GObject *object)
{
  AjSearchRow *self = AJ_SEARCH_ROW (object);

  g_clear_object (&self->heading);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_SEARCH_ROW);
  G_OBJECT_CLASS (aj_search_row_parent_class)->dispose (object);
}

static void
aj_search_row_finalize (GObject *object)
{
  AjSearchRow *self = AJ_SEARCH_ROW (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (aj_search_row_parent_class)->finalize (object);
}

static void
aj_search_row_class_init (AjSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_search_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_search_row_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AjSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AjSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, AjSearchRow, subtitle);
}

static void
make_heading (AjSearchRow *self)
{
  self->heading = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->heading_icon = GTK_IMAGE (gtk_image_new ());
  self->heading_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading_label, 0);
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->heading_icon));
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->heading_label));
  gtk_widget_add_css_class (self->heading, "search-heading");
}

static void
aj_search_row_init (AjSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_heading (self);
}

GtkWidget *
aj_search_row_new (void)
{
  return g_object_new (AJ_TYPE_SEARCH_ROW, NULL);
}

void
aj_search_row_set_hit (AjSearchRow *self, const AjSearchHit *hit, const char *searched)
{
  const AjRecordType *type = aj_values_get_record_type (hit->values);
  const gboolean is_mixed = *searched == '\0';
  g_autofree char *title = aj_search_hit_dup_title (hit);
  g_autofree char *found = aj_search_hit_dup_found (hit);
  g_autofree char *about = found != NULL ? g_steal_pointer (&found)
                                         : aj_record_summary_describe_hit (hit, title);
  g_autofree char *line = is_mixed ? g_strjoin (" · ", aj_record_type_get_label (type),
                                                *about != '\0' ? about : NULL, NULL)
                                   : g_strdup (about);

  self->type = type;
  aj_set_string (&self->id, aj_values_get_id (hit->values));
  set_marked (self->title, title, searched, 0);
  show_found (self, hit, line, searched);
  gtk_image_set_from_icon_name (self->icon, is_mixed ? aj_record_place_get_icon (type) : NULL);
  set_name (self, title, aj_record_type_get_label (type), about);
  set_can_open (self, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "more");
}

void
aj_search_row_set_seat (AjSearchRow *self, const AjSeatHit *hit, const char *searched)
{
  const AjRecordType *type = aj_values_get_record_type (hit->values);

  self->type = type;
  aj_set_string (&self->id, aj_values_get_id (hit->values));
  set_marked (self->title, hit->title, searched, 0);
  set_marked (self->subtitle, hit->about, searched, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *hit->about != '\0');
  gtk_image_set_from_icon_name (self->icon, NULL);
  set_name (self, hit->title, aj_record_type_get_label (type), hit->about);
  set_can_open (self, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "more");
}

void
aj_search_row_set_more (AjSearchRow *self,
                        const AjRecordType *type,
                        guint n_shown,
                        gboolean can_show)
{
  g_autofree char *text = NULL;

  if (can_show)
    text = g_strdup (_ ("Show more"));
  else
    text = g_strdup_printf (ngettext ("Only the first is shown. Type more to find fewer.",
                                      "Only the first %u are shown. Type more to find fewer.",
                                      n_shown),
                            n_shown);
  self->type = type;
  g_clear_pointer (&self->id, g_free);
  set_marked (self->title, text, "", 0);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
  gtk_image_set_from_icon_name (self->icon, can_show ? "view-more-horizontal-symbolic" : NULL);
  set_name (self, text,
            type != NULL ? aj_record_type_get_plural_label (type) : _ ("Who Sits Where"), "");
  set_can_open (self, can_show);
  gtk_widget_add_css_class (GTK_WIDGET (self), "more");
}

void
aj_search_row_set_heading (AjSearchRow *self, const char *title, const char *icon_name)
{
  self->has_heading = title != NULL;
  if (title == NULL)
    return;
  gtk_label_set_text (self->heading_label, title);
  gtk_image_set_from_icon_name (self->heading_icon, icon_name);
}

GtkWidget *
aj_search_row_get_heading (AjSearchRow *self)
{
  return self->has_heading ? self->heading : NULL;
}

const AjRecordType *
aj_search_row_get_record_type (AjSearchRow *self)
{
  return self->type;
}

const char *
aj_search_row_get_id (AjSearchRow *self)
{
  return self->id;
}

const char *
aj_search_row_get_name (AjSearchRow *self)
{
  return self->name;
}
