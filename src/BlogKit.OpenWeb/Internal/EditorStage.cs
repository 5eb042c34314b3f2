namespace BlogKit.OpenWeb.Internal;

/// <summary>The stages editing programs know.</summary>
internal enum EditorStage
{
    Draft,
    Review,

    /// <summary>Public at its date, or private where that is asked for.</summary>
    Published,
}
