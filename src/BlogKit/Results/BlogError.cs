namespace BlogKit;

/// <summary>An expected failure: what rule was broken, by which field. Immutable.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Code">A stable kebab-case code for programs, one of <see cref="ErrorCodes"/> or a policy's own.</param>
/// <param name="Message">A sentence for people, in English.</param>
/// <param name="Field">The input property that broke the rule; null when no single one did.</param>
public sealed record BlogError(ErrorKind Kind, string Code, string Message, string? Field = null);
