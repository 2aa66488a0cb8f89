// What takes long, on threads of the library's own. Each throws `CancellationError` when the task is
// cancelled before its turn comes, those for several things also between two of them.
extension Guard {
    /// Assesses a picture. Of an animation all that it shows is looked at, within the limits, and the
    /// strongest frame counts. Raw pixels are looked up in the hash lists, if there are any, then
    /// classified.
    public func assess(_ picture: Picture) async throws -> ImageResult {
        try await Workers.perform { _ in try self.assessBlocking(picture) }
    }

    /// Assesses pictures one after another, in their order.
    public func assess(_ pictures: [Picture]) async throws -> [ImageResult] {
        try await Workers.perform { order in
            try pictures.map { picture in
                try order.check()
                return try self.assessBlocking(picture)
            }
        }
    }

    /// Assesses many messages from unknown counterparts, without conversations around them, in their
    /// order.
    ///
    /// - Parameters:
    ///   - texts: the messages.
    ///   - parallelism: how many threads may work on them at once, at least one.
    public func assess(_ texts: [String], parallelism: Int = 1) async throws -> [Assessment] {
        let size = max(1, (texts.count + max(1, parallelism) - 1) / max(1, parallelism))
        return try await withThrowingTaskGroup(of: (Int, [Assessment]).self) { group in
            for start in stride(from: 0, to: texts.count, by: size) {
                let portion = texts[start..<min(start + size, texts.count)]
                group.addTask { (start, try await self.assessed(portion)) }
            }
            var portions: [(Int, [Assessment])] = []
            for try await portion in group { portions.append(portion) }
            return portions.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    private func assessed(_ texts: ArraySlice<String>) async throws -> [Assessment] {
        try await Workers.perform { order in
            try texts.map { text in
                try order.check()
                return try self.assess(text)
            }
        }
    }

    /// Takes in messages of a conversation, in their order. When the task is cancelled, those before
    /// have been taken in.
    public func observe(
        _ messages: [Message], in conversation: Conversation
    ) async throws -> [Assessment] {
        try await Workers.perform { order in
            try messages.map { message in
                try order.check()
                return try self.observe(message, in: conversation)
            }
        }
    }
}
