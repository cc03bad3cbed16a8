# source: https://www.statsmodels.org/stable/api.html   checked: 0.15
from .discrete.discrete_model import Logit, Poisson, Probit
from .genmod.generalized_linear_model import GLM
from .regression.linear_model import GLS, OLS, WLS
