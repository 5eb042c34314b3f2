namespace BlogKit.LoadTest;

/// <summary>What a run is told.</summary>
/// <param name="Seconds">How long each measurement takes.</param>
/// <param name="Connections">Connections that ask at the same time.</param>
/// <param name="Comments">Comments on the post.</param>
/// <param name="WithWrk">Whether wrk measures too.</param>
internal sealed record LoadSettings(int Seconds, int Connections, int Comments, bool WithWrk);
