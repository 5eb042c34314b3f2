namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What the field in which a signed-in user says what they want to be called, and what is sent with it, are called: the same in the comment
/// form and on the page that changes the name, <see cref="Components.DisplayNameView"/>, which has the markup.
/// </summary>
internal static class DisplayNameForm
{
    /// <summary>The name of the field.</summary>
    public const string Field = "displayName";

    /// <summary>The name of the field, and of the parameter, with the page to go back to.</summary>
    public const string ReturnTo = "returnTo";

    /// <summary>The name of the button that forgets the name.</summary>
    public const string Forget = "forget";

    /// <summary>The identity of the field on its page.</summary>
    public const string Id = "bk-" + Field;

    /// <summary>The identity of what says what the field is for.</summary>
    public const string NoteId = Id + "-note";
}
