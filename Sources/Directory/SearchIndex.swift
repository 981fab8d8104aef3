import GRDB

struct SearchIndex { let queue: DatabaseQueue }
