using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What HTTP says of each kind of expected failure: one table for pages, forms and the API.</summary>
internal static class ErrorStatus
{
    /// <summary>The status of a failure.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="invalid">What is said of input that is wrong: 422, or 400 where it came in an address.</param>
    public static int Of(BlogError error, int invalid = StatusCodes.Status422UnprocessableEntity) => error switch
    {
        { Code: ErrorCodes.PostArchived } => StatusCodes.Status410Gone,
        { Kind: ErrorKind.NotFound } => StatusCodes.Status404NotFound,
        { Kind: ErrorKind.Conflict } => StatusCodes.Status409Conflict,
        { Kind: ErrorKind.Forbidden } => StatusCodes.Status403Forbidden,
        { Kind: ErrorKind.TooMany } => StatusCodes.Status429TooManyRequests,
        _ => invalid,
    };
}
