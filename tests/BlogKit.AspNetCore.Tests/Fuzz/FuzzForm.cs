namespace BlogKit.AspNetCore.Tests;

/// <summary>A form as a page gave it to somebody.</summary>
/// <param name="Person">Whose page it was on: their cookies go with its token.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Its fields with the values they came with.</param>
internal sealed record FuzzForm(Browser Person, string Action, IReadOnlyList<KeyValuePair<string, string>> Fields);
