namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Marks the frame of a page of the desk that says why a form was not taken, as <see cref="RefusalFrames"/> does for readers' pages.
/// </summary>
internal static class DeskRefusals
{
    public static DeskFrame Refusing(this DeskFrame frame, bool refuses) => frame with { Page = frame.Page.Refusing(refuses) };
}
