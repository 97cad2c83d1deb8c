package rubicon.ui.login;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import rubicon.ui.session.SignedIn;

/// The door behind the sign-in page: who shows the page's ticket gets a session of their own.
@WebServlet(LoginNavigation.DOOR)
public class EnterServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String next = LoginNavigation.next(LoginNavigation.query(request));
        String ticket =
                Objects.requireNonNullElse(request.getParameter(LoginNavigation.TICKET), "");
        boolean entered = SignedIn.enter(request, ticket);
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect("/" + (entered ? next : LoginNavigation.backTo(next)));
    }
}
