namespace BlogKit.AspNetCore.Internal;

/// <summary>Marks the frame of a page that says why a form was not taken, so that its title says so first.</summary>
internal static class RefusalFrames
{
    public static PageFrame Refusing(this PageFrame frame, bool refuses) => refuses ? frame with { IsRefusal = true } : frame;
}
