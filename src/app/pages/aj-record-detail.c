/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-detail.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "aj-contact-group.h"
#include "aj-record-summary.h"
#include "aj-related-group.h"

struct _AjRecordDetail
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkWidget *subtitle_box;
  GtkImage *mark;
  GtkLabel *subtitle_label;
  AdwBin *note_bin;
  AdwBin *form_bin;
  GtkBox *related_box;
  AdwBin *rest_bin;

  AjServices *services;     /* (owned) (nullable) */
  const AjRecordKind *kind; /* (nullable) */
  AjRecord *record;         /* (owned) (nullable) */
  AjRecordSummary *summary; /* (owned) (nullable): of the record */
  AjRecordForm *form;       /* (unowned) (nullable): in its bin */
  AjRecordForm *rest;       /* (unowned) (nullable): in its bin */
  AjContactGroup
      *contacts; /* (unowned) (nullable): in related_box, of a kind that one has contact with */
  gboolean focus_wanted;
  gboolean is_forgotten; /* so it is shown */
};

G_DEFINE_FINAL_TYPE (AjRecordDetail, aj_record_detail, GTK_TYPE_WIDGET)

static void fill_related (AjRecordDetail *self);

/* Of who was forgotten there is nothing to fill in any more, only where somebody was. */
static void
show_forgotten (AjRecordDetail *self, gboolean is_forgotten)
{
  if (self->is_forgotten == is_forgotten)
    return;
  self->is_forgotten = is_forgotten;
  if (is_forgotten)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->form_bin), !is_forgotten);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_bin),
                          !is_forgotten && self->kind->n_groups > self->kind->n_leading_groups);
  fill_related (self);
}

static char *
describe_last_contact (AjRecordDetail *self)
{
  AjDate last = self->contacts != NULL ? aj_contact_group_get_last (self->contacts) : AJ_DATE_NONE;
  g_autofree char *day = aj_date_format_short (last);

  /* Translators: the day of the newest line in the log of contact, beneath a name. */
  return last != AJ_DATE_NONE ? g_strdup_printf (_ ("last contact %s"), day) : NULL;
}

static void
update_heading (AjRecordDetail *self)
{
  const char *subtitle = aj_record_summary_get_subtitle (self->summary);
  const char *mark = aj_record_summary_get_mark (self->summary);
  g_autofree char *contact = NULL;
  g_autofree char *text = NULL;

  show_forgotten (self, aj_record_summary_is_forgotten (self->summary));
  contact = describe_last_contact (self);
  text = contact != NULL && *subtitle != '\0' ? g_strdup_printf ("%s · %s", subtitle, contact)
                                              : g_strdup (contact != NULL ? contact : subtitle);
  gtk_label_set_text (self->title_label, aj_record_summary_get_title (self->summary));
  gtk_label_set_text (self->subtitle_label, text);
  gtk_image_set_from_icon_name (self->mark, mark);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != NULL);
  gtk_widget_set_visible (self->subtitle_box, *text != '\0');
}

static void
update_stack (AjRecordDetail *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    aj_record_detail_get_record (self) != NULL ? "record" : "none");
}

static void
focus_if_ready (AjRecordDetail *self)
{
  if (!self->focus_wanted || self->record == NULL || !aj_record_is_loaded (self->record))
    return;
  self->focus_wanted = FALSE;
  aj_record_form_focus_field (self->form, self->kind->type->title_field);
}

static void
loaded_cb (AjRecordDetail *self)
{
  update_heading (self);
  focus_if_ready (self);
}

static void
forget_record (AjRecordDetail *self)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  if (self->summary != NULL)
    g_signal_handlers_disconnect_by_data (self->summary, self);
  g_clear_object (&self->summary);
  g_clear_object (&self->record);
}

static void
follow_record (AjRecordDetail *self, AjRecord *record)
{
  self->record = g_object_ref (record);
  self->summary = aj_record_summary_new (aj_services_get_store (self->services), record);
  g_signal_connect_swapped (self->summary, "notify", G_CALLBACK (update_heading), self);
  g_signal_connect_swapped (record, "notify::removed", G_CALLBACK (update_stack), self);
  /* After the rows, which can only take the cursor once they have heard of it too. */
  g_signal_connect_data (record, "notify::loaded", G_CALLBACK (loaded_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_heading (self);
}

static void
add_contacts (AjRecordDetail *self)
{
  GtkWidget *group = aj_contact_group_new (self->services, self->kind->contact_paths, self->record);

  self->contacts = AJ_CONTACT_GROUP (group);
  g_signal_connect_object (group, "notify::last", G_CALLBACK (update_heading), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->related_box, group);
}

static void
fill_related (AjRecordDetail *self)
{
  GtkWidget *child;

  self->contacts = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->related_box))) != NULL)
    gtk_box_remove (self->related_box, child);
  if (self->record == NULL)
    return;
  if (self->kind->contact_paths != NULL && !self->is_forgotten)
    add_contacts (self);
  for (const AjRecordRelation *relation = self->kind->relations; relation->title != NULL;
       relation++)
    gtk_box_append (self->related_box,
                    aj_related_group_new (self->services, relation, self->record));
  for (guint i = 0; self->kind->extra_groups != NULL && self->kind->extra_groups[i] != NULL; i++)
    gtk_box_append (self->related_box, self->kind->extra_groups[i](self->services, self->record));
}

static void
fill_note (AjRecordDetail *self)
{
  GtkWidget *note = NULL;

  if (self->record != NULL && self->kind->make_note != NULL)
    note = self->kind->make_note (self->services, self->record);
  adw_bin_set_child (self->note_bin, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_bin), FALSE);
  /* A note that has nothing to say takes no room. */
  if (note != NULL)
    g_object_bind_property (note, "visible", self->note_bin, "visible", G_BINDING_SYNC_CREATE);
}

static AjRecordForm *
make_form (AjRecordDetail *self, AdwBin *bin, guint first, guint n_groups)
{
  AjRecordForm *form = aj_record_form_new (self->kind->type, self->kind->groups + first, n_groups);

  aj_record_form_set_services (form, self->services);
  adw_bin_set_child (bin, GTK_WIDGET (form));
  gtk_widget_set_visible (GTK_WIDGET (bin), n_groups > 0);
  return form;
}

/* What tells the record apart and how it is reached, then who and what belongs to it, then the rest. */
static void
make_forms (AjRecordDetail *self)
{
  guint n_leading = self->kind->n_leading_groups;

  self->form = make_form (self, self->form_bin, 0, n_leading);
  self->rest = make_form (self, self->rest_bin, n_leading, self->kind->n_groups - n_leading);
}

static void
aj_record_detail_dispose (GObject *object)
{
  AjRecordDetail *self = AJ_RECORD_DETAIL (object);

  forget_record (self);
  self->form = NULL;
  self->rest = NULL;
  self->contacts = NULL;
  g_clear_object (&self->services);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  G_OBJECT_CLASS (aj_record_detail_parent_class)->dispose (object);
}

static void
aj_record_detail_class_init (AjRecordDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_record_detail_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-record-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, none_page);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, subtitle_box);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, mark);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, note_bin);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, form_bin);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, related_box);
  gtk_widget_class_bind_template_child (widget_class, AjRecordDetail, rest_bin);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aj_record_detail_init (AjRecordDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aj_record_detail_set_services (AjRecordDetail *self, AjServices *services)
{
  g_set_object (&self->services, services);
}

void
aj_record_detail_show (AjRecordDetail *self, const AjRecordKind *kind, AjRecord *record)
{
  if (self->kind == kind && self->record == record)
    return;
  if (self->kind != kind)
    {
      /* The rows of the old form save what was typed as they leave the screen. */
      self->kind = kind;
      make_forms (self);
      adw_status_page_set_icon_name (self->none_page, kind->icon_name);
      adw_status_page_set_description (self->none_page, _ (kind->none_text));
    }
  self->focus_wanted = FALSE;
  forget_record (self);
  aj_record_form_set_record (self->form, record);
  aj_record_form_set_record (self->rest, record);
  if (record != NULL)
    follow_record (self, record);
  fill_note (self);
  fill_related (self);
  update_stack (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

AjRecord *
aj_record_detail_get_record (AjRecordDetail *self)
{
  return self->record != NULL && !aj_record_is_removed (self->record) ? self->record : NULL;
}

const char *
aj_record_detail_get_title (AjRecordDetail *self)
{
  return self->summary != NULL ? aj_record_summary_get_title (self->summary) : "";
}

void
aj_record_detail_focus_name (AjRecordDetail *self)
{
  self->focus_wanted = TRUE;
  focus_if_ready (self);
}

void
aj_record_detail_save (AjRecordDetail *self)
{
  if (self->form == NULL)
    return;
  aj_record_form_save (self->form);
  aj_record_form_save (self->rest);
}

gboolean
aj_record_detail_note_contact (AjRecordDetail *self)
{
  return self->contacts != NULL && aj_contact_group_focus_entry (self->contacts);
}

void
aj_record_detail_reveal_contact (AjRecordDetail *self, const char *id)
{
  if (self->contacts != NULL)
    aj_contact_group_reveal (self->contacts, id);
}
