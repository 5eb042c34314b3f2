namespace BlogKit.AspNetCore.Internal;

/// <summary>Whom an operation of the API is for.</summary>
internal enum ApiAccess
{
    Readers = 0,
    Writers,
    Moderators,
    Administrators,
}
