// The only door to Graphviz: macros and globals that Swift cannot use, behind plain functions.
#ifndef WEFT_CGRAPHVIZ_H
#define WEFT_CGRAPHVIZ_H
#include <dlfcn.h>
#include <gvc.h>
#include <stdlib.h>
#include <string.h>

// A plugin's table of contents, or NULL when the library or the symbol is not there.
static inline void *cgv_plugin(const char *path, const char *symbol) {
  void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  return library ? dlsym(library, symbol) : NULL;
}

// A context with two plugins built in and nothing loaded on demand.
static inline GVC_t *cgv_context(void *core, void *layout) {
  static lt_symlist_t list[3];
  list[0].name = "gvplugin_core_LTX_library";
  list[0].address = core;
  list[1].name = "gvplugin_neato_layout_LTX_library";
  list[1].address = layout;
  list[2].name = NULL;
  list[2].address = NULL;
  return gvContextPlugins(list, 0);
}

static inline Agraph_t *cgv_open(void) { return agopen("g", Agundirected, NULL); }
static inline void cgv_declare(Agraph_t *graph, int kind, const char *name, const char *value) {
  agattr(graph, kind, (char *)name, (char *)value);
}
static inline void cgv_set(void *thing, const char *name, const char *value) {
  agset(thing, (char *)name, (char *)value);
}
static inline Agnode_t *cgv_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}
static inline Agedge_t *cgv_edge(Agraph_t *graph, Agnode_t *a, Agnode_t *b) {
  return agedge(graph, a, b, NULL, 1);
}
static inline double cgv_x(Agnode_t *node) { return ND_coord(node).x; }
static inline double cgv_y(Agnode_t *node) { return ND_coord(node).y; }

// The control points of a tie's route; 0 when it has none.
static inline int cgv_route_count(Agedge_t *edge) {
  splines *route = ED_spl(edge);
  return route && route->size > 0 ? (int)route->list[0].size : 0;
}
static inline double cgv_route_x(Agedge_t *edge, int point) {
  return ED_spl(edge)->list[0].list[point].x;
}
static inline double cgv_route_y(Agedge_t *edge, int point) {
  return ED_spl(edge)->list[0].list[point].y;
}
#endif
