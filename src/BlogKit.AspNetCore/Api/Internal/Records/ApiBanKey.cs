namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// By what somebody can be banned or is: <c>email</c>, <c>user</c> or <c>address</c>. <paramref name="Text"/> says which, but never an
/// e-mail address.
/// </summary>
internal sealed record ApiBanKey(string Id, string Kind, string? Text);
