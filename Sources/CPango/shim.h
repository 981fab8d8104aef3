// The door to Pango, which librsvg draws text with, so that text is measured as it will be drawn.
#ifndef WEFT_CPANGO_H
#define WEFT_CPANGO_H
#include <pango/pangocairo.h>

// A layout that measures text without hinting or rounding, at one unit a point, as librsvg draws it.
static inline PangoLayout *cpg_layout(void) {
  PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  PangoLayout *layout = pango_layout_new(context);
  g_object_unref(context);
  return layout;
}

static inline void cpg_free(PangoLayout *layout) { g_object_unref(layout); }

// The width of a text in points.
static inline double cpg_width(PangoLayout *layout, const char *family, int weight, double size,
                               const char *text) {
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family(font, family);
  pango_font_description_set_weight(font, (PangoWeight)weight);
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_text(layout, text, -1);
  int width = 0;
  pango_layout_get_size(layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

// The family that a font name comes to on this machine, to be freed with g_free; NULL when there is none.
static inline char *cpg_family(PangoLayout *layout, const char *family) {
  PangoContext *context = pango_layout_get_context(layout);
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family(font, family);
  pango_font_description_set_absolute_size(font, 10 * PANGO_SCALE);
  PangoFont *loaded = pango_context_load_font(context, font);
  pango_font_description_free(font);
  if (!loaded) return NULL;
  PangoFontDescription *described = pango_font_describe(loaded);
  char *name = g_strdup(pango_font_description_get_family(described));
  pango_font_description_free(described);
  g_object_unref(loaded);
  return name;
}
#endif
