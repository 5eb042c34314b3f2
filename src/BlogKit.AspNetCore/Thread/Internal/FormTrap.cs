namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The field of comment forms that people do not see. Its name, its label and its identity are nothing browsers keep about their users: a
/// field called <c>company</c> or <c>phone</c> is filled in by their autofill, hidden or not, whatever <c>autocomplete</c> says.
/// </summary>
internal static class FormTrap
{
    /// <summary>The name of the field.</summary>
    public const string Field = "subject";
}
