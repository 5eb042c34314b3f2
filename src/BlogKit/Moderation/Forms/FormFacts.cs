namespace BlogKit.Moderation;

/// <summary>The facts that a form tells about whoever filled it in.</summary>
/// <param name="TrapFilled">Whether the field that people do not see has something in it.</param>
/// <param name="Token">The state of the signed token.</param>
/// <param name="Elapsed">The time from showing the form to sending it; null unless the token is valid.</param>
public sealed record FormFacts(bool TrapFilled, FormTokenState Token, TimeSpan? Elapsed);
